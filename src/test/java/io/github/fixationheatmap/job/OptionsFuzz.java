package io.github.fixationheatmap.job;

import io.github.fixationheatmap.export.InputFile;
import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader of options, as a function of any bytes. */
public final class OptionsFuzz {

    private static final String NAME = "heatmap.json";

    private OptionsFuzz() {}

    public static void options(byte[] data) {
        Promise.keptBy(NAME, () -> new OptionsReader(HeatmapOptions.PUBLISHED).read(List.of(new Bytes(data))));
    }

    private static final class Bytes implements InputFile {

        private final byte[] data;

        Bytes(byte[] data) {
            this.data = data;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public StoredObject object() {
            return new StoredObject("drops", "inbox/" + NAME, data.length, "\"tag\"");
        }

        @Override
        public @Nullable String entry() {
            return null;
        }

        @Override
        public long size() {
            return data.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(data);
        }
    }
}
