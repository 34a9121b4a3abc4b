package io.github.fixationheatmap.result;

import io.github.fixationheatmap.drop.ResultKeys;
import java.util.List;

/**
 * A run whose outputs are made, for outputs about the run itself.
 *
 * @param tool what made the outputs
 * @param manifest what was read, chosen and counted
 * @param keys where the files will be stored
 * @param files the files that were made, each with its SHA-256
 */
public record DescribedRun(Tool tool, Manifest manifest, ResultKeys keys, List<ResultFile> files) {

    public DescribedRun {
        files = List.copyOf(files);
    }
}
