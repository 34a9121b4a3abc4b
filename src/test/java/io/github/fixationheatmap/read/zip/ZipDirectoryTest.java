package io.github.fixationheatmap.read.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.ByteStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Zip files read by ranged requests: the requests, the entries, and the errors of damaged or hostile files. */
class ZipDirectoryTest {

    private static final byte[] CSV = "fixations, as text that deflates: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(UTF_8);

    private static byte[] zip(int method, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setMethod(method);
                CRC32 crc = new CRC32();
                crc.update(e.getValue());
                entry.setSize(e.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(e.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static ByteStore store(byte... zip) {
        return new ByteStore("inbox/study.zip", zip, 0, new byte[0]);
    }

    private static List<ZipEntryFile> read(ByteStore store) {
        return ZipDirectory.read(store, store.object);
    }

    @Test
    void theTimeIsLookedAtForEachEntry() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            entries.put(i + "/gaze.csv", new byte[1]);
        }
        entries.put("fixations.csv", CSV);
        ByteStore store = store(zip(ZipEntry.STORED, entries));
        AtomicInteger looks = new AtomicInteger();
        ZipDirectory.read(store, store.object, name -> { }, looks::incrementAndGet);
        assertThat(looks).hasValue(51 + 1);
    }

    @Test
    void storedAndDeflatedEntriesAreRead() throws IOException {
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("ü/gaze.csv", new byte[1000]);
            entries.put("ü/fixations.csv", CSV);
            entries.put("ü/reference_image.png", new byte[0]);
            List<ZipEntryFile> files = read(store(zip(method, entries)));
            assertThat(files).extracting(ZipEntryFile::name)
                    .containsExactly("study.zip/ü/fixations.csv", "study.zip/ü/reference_image.png");
            assertThat(files.get(0).readAll(1000)).isEqualTo(CSV);
            assertThat(files.get(1).readAll(1000)).isEmpty();
            assertThat(files.get(0).entry()).isEqualTo("ü/fixations.csv");
        }
    }

    /** A valid zip of 400 MB. Its gaze.csv is a stored entry of zeros that must not be requested. */
    @Test
    void onlyTheNeededBytesOfALargeZipAreRequested() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] before = zip(ZipEntry.DEFLATED, Map.of("e/fixations.csv", noise));
        int firstEnds = before.length - 22 - (46 + "e/fixations.csv".length());
        byte[] central = Arrays.copyOfRange(before, firstEnds, before.length - 22);
        long zeros = 400_000_000;

        String name = "e/gaze.csv";
        byte[] head = new byte[firstEnds + 30 + name.length()];
        ByteBuffer local = little(head);
        local.put(before, 0, firstEnds);
        local.putInt(0x04034b50).putShort((short) 10).putInt(0).putInt(0).putInt(0).putInt((int) zeros).putInt((int) zeros);
        local.putShort((short) name.length()).putShort((short) 0).put(name.getBytes(UTF_8));
        byte[] tail = new byte[central.length + 46 + name.length() + 22];
        ByteBuffer end = little(tail);
        end.put(central);
        end.putInt(0x02014b50).putShort((short) 10).putShort((short) 10).putInt(0).putInt(0).putInt(0).putInt((int) zeros);
        end.putInt((int) zeros).putShort((short) name.length()).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        end.putShort((short) 0).putInt(0).putInt(firstEnds).put(name.getBytes(UTF_8));
        int directory = end.position();
        end.putInt(0x06054b50).putInt(0).putShort((short) 2).putShort((short) 2).putInt(directory);
        end.putInt((int) (head.length + zeros)).putShort((short) 0);
        ByteStore store = new ByteStore("inbox/large.zip", head, zeros, tail);

        List<ZipEntryFile> files = read(store);
        assertThat(files).singleElement().satisfies(f -> assertThat(f.readAll(100_000)).isEqualTo(noise));
        assertThat(store.requests).isEqualTo(2);
        assertThat(store.bytesAskedFor).isLessThan(120_000 + noise.length);
    }

    private static ByteBuffer little(byte... bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void bytesBeforeAndAfterTheZipAreIgnored() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, Map.of("fixations.csv", CSV));
        ByteStore store = new ByteStore("inbox/j.zip", new byte[] {'j', 'u', 'n', 'k'}, 0, zip);
        assertThat(read(store).get(0).readAll(1000)).isEqualTo(CSV);
        assertThat(read(new ByteStore("inbox/j.zip", zip, 3, new byte[] {'x'})).get(0).readAll(1000)).isEqualTo(CSV);
    }

    @Test
    void aZipCutAtAnyLengthIsRefused() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, Map.of("a/fixations.csv", CSV, "a/reference_image.png", CSV));
        for (int length = 0; length < zip.length; length++) {
            ByteStore store = store(Arrays.copyOf(zip, length));
            assertThatThrownBy(() -> read(store)).as("cut to %s bytes", length).isInstanceOf(ProblemException.class);
        }
    }

    /** After a change of any byte the entry is read unchanged or refused, and no other exception is thrown. */
    @Test
    void aChangedByteGivesTheSameBytesOrARefusal() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, Map.of("a/fixations.csv", CSV));
        for (int at = 0; at < zip.length; at++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = zip.clone();
                changed[at] ^= (byte) change;
                try {
                    for (ZipEntryFile file : read(store(changed))) {
                        assertThat(file.readAll(1 << 20)).as("byte %s ^ %s", at, change).isEqualTo(CSV);
                    }
                } catch (ProblemException refused) {
                    assertThat(refused.problem().location().file()).startsWith("study.zip");
                }
            }
        }
    }

    @Test
    void unsafePathsAreRefused() throws IOException {
        for (String name : List.of("../fixations.csv", "a/../../fixations.csv", "/fixations.csv", "a//fixations.csv", "./fixations.csv",
                "a\u0007/fixations.csv", "..\\fixations.csv", "a".repeat(257) + "/fixations.csv")) {
            byte[] zip = zip(ZipEntry.DEFLATED, Map.of(name, CSV));
            assertThatThrownBy(() -> read(store(zip))).as(name).isInstanceOf(ProblemException.class)
                    .hasMessageContaining("expected a plain relative path");
        }
    }

    @Test
    void backslashesSeparateFolders() throws IOException {
        assertThat(read(store(zip(ZipEntry.DEFLATED, Map.of("a\\b\\fixations.csv", CSV)))).get(0).entry()).isEqualTo("a/b/fixations.csv");
    }

    /** A zip bomb: the directory states 10 bytes, the deflate stream has a million. */
    @Test
    void anEntryThatUnpacksToMoreThanStatedIsRefused() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, Map.of("fixations.csv", new byte[1_000_000]));
        int central = zip.length - 22 - (46 + "fixations.csv".length());
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 24, 10);
        assertThatThrownBy(() -> read(store(zip)).get(0).readAll(1000)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("unpacks to more than 10 bytes");
    }
}
