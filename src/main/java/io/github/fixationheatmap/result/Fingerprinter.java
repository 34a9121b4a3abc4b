package io.github.fixationheatmap.result;

import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Computes fingerprints for one stack.
 *
 * @param tool what makes the results
 * @param defaults the stack's options
 * @param limits the stack's limits
 */
public record Fingerprinter(Tool tool, HeatmapOptions defaults, Limits limits) {

    /**
     * The fingerprint of a run. It covers the drop's key, so that two drops with the same place for results have different fingerprints.
     *
     * @param dropKey the drop's key as the user knows it
     * @param inputs the objects that may be read, in the state of the listing; their order does not matter
     * @param request what a request asks for beyond the drop's own options, as canonical JSON; empty for a drop
     */
    public Fingerprint of(String dropKey, Collection<StoredObject> inputs, String request) {
        // Options and limits are records of plain values: their text has all of them, also those that are added later.
        List<String> texts = new ArrayList<>(List.of(
                tool.name(), tool.version(), tool.build(), defaults.toString(), limits.toString(), dropKey, request));
        inputs.stream().sorted(Comparator.comparing(StoredObject::key)).forEach(input -> {
            texts.add(input.key());
            texts.add(input.eTag());
        });
        return new Fingerprint(HexFormat.of().formatHex(Digests.sha256(texts)));
    }

    /**
     * Identifies everything that results depend on. Runs with the same fingerprint give the same results.
     *
     * @param hex a SHA-256 in 64 lower-case hex digits
     */
    public record Fingerprint(String hex) {

        private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
        private static final int ID_DIGITS = 16;

        public Fingerprint {
            if (!FORM.matcher(hex).matches()) {
                throw new IllegalArgumentException("64 lower-case hex digits, not " + hex);
            }
        }

        /** A short name, for keys and logs: the first {@value #ID_DIGITS} hex digits. */
        public String id() {
            return hex.substring(0, ID_DIGITS);
        }
    }
}
