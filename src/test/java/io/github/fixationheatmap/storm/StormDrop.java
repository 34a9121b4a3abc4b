package io.github.fixationheatmap.storm;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.lambda.TestExport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A tiny drop: a folder, or a zip of one or two exports. Each of its states is valid or invalid. */
record StormDrop(int number) {

    private static final int KINDS = 4;

    private boolean isFolder() {
        return number % KINDS < 2;
    }

    /** The drop itself. */
    Drop drop(String bucket) {
        String key = isFolder() ? "inbox/folder-" + number + "/fixations.csv" : "inbox/zip-" + number + ".zip";
        return DropKeys.dropOf(bucket, key).orElseThrow();
    }

    /** The prefixes of its results. */
    List<String> prefixes() {
        return switch (number % KINDS) {
            case 0, 1 -> List.of("folder-" + number + "/");
            case 2 -> List.of("zip-" + number + "/");
            default -> List.of("zip-" + number + "/one/", "zip-" + number + "/two/");
        };
    }

    /** Its objects in a new state. The last one completes the drop. Every fifth state is invalid. */
    Map<String, byte[]> objects(Random random) {
        Map<String, byte[]> files = export(random);
        if (isFolder()) {
            Map<String, byte[]> moved = TestExport.under("inbox/folder-" + number + "/", files);
            // Sometimes only some of the files change.
            if (random.nextBoolean()) {
                moved.keySet().removeIf(key -> key.endsWith("sections.csv"));
            }
            return moved;
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        if (prefixes().size() == 1) {
            entries.putAll(files);
        } else {
            entries.putAll(TestExport.under("one/", files));
            entries.putAll(TestExport.under("two/", export(random)));
        }
        return Map.of("inbox/zip-" + number + ".zip", TestExport.zip(entries));
    }

    private static Map<String, byte[]> export(Random random) {
        StringBuilder rows = new StringBuilder(TestExport.HEADER).append('\n');
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            rows.append("s1,r1,").append(i).append(",1636035502384515914,1636035502552495914,167,true,").append(random.nextInt(8))
                    .append(',').append(random.nextInt(8)).append('\n');
        }
        if (random.nextInt(5) == 0) {
            rows.append("s1,r1,9,1636035502384515914,1636035502552495914,167,true,here,there\n");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("sections.csv", TestExport.text(TestExport.SECTIONS));
        files.put("reference_image.png", TestExport.png(8, 8));
        files.put("fixations.csv", TestExport.text(rows.toString()));
        return files;
    }
}
