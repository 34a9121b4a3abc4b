package io.github.fixationheatmap.result;

import java.util.List;

/**
 * A run whose outputs are made, for outputs about the run itself.
 *
 * @param tool what made the outputs
 * @param manifest what was read, chosen and counted
 * @param files the files that were made, each with its SHA-256
 */
public record DescribedRun(Tool tool, Manifest manifest, List<ResultFile> files) {

    public DescribedRun {
        files = List.copyOf(files);
    }
}
