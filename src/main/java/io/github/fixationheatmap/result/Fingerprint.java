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
 * The name of everything that results depend on. Runs of the same fingerprint give the same results, so one of them is enough.
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

    /**
     * The fingerprint of a run of this very tool. The drop's key is part of it: two drops whose results go to the same place never take
     * each other's results for their own.
     *
     * @param defaults the stack's options
     * @param limits the stack's limits
     * @param dropKey the key under which people know the drop
     * @param inputs the objects that are read or might be, in the state in which they were listed; their order does not matter
     * @param overrides what a request asks for beyond the drop's own options, as canonical JSON; empty for a drop
     */
    public static Fingerprint of(
            HeatmapOptions defaults, Limits limits, String dropKey, Collection<StoredObject> inputs, String overrides) {
        return of(Tool.read(), defaults, limits, dropKey, inputs, overrides);
    }

    public static Fingerprint of(
            Tool tool, HeatmapOptions defaults, Limits limits, String dropKey, Collection<StoredObject> inputs, String overrides) {
        // Options and limits are records of plain values: their text names every one of them, also those that are yet to come.
        List<String> texts = new ArrayList<>(List.of(
                tool.name(), tool.version(), tool.build(), defaults.toString(), limits.toString(), dropKey, overrides));
        inputs.stream().sorted(Comparator.comparing(StoredObject::key)).forEach(input -> {
            texts.add(input.key());
            texts.add(input.eTag());
        });
        return new Fingerprint(HexFormat.of().formatHex(Digests.sha256(texts)));
    }

    /** A short name, for keys and logs: the first {@value #ID_DIGITS} hex digits. */
    public String id() {
        return hex.substring(0, ID_DIGITS);
    }
}
