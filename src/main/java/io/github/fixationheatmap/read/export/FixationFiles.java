package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Names;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.tracker.FixationTable;
import io.github.fixationheatmap.read.tracker.TableRun;
import io.github.fixationheatmap.read.tracker.TableSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The fixations of an export: one file, a file for each surface, of which the option {@code surface} chooses one, or a file for each
 * recording.
 *
 * @param kind which of these
 * @param named the files with the names of their surfaces or recordings, in the order of their names in the export; at least one
 */
public record FixationFiles(Kind kind, List<Named> named) {

    /** The maximum number of files. Each takes a request. */
    static final int MAX_FILES = 1_000;

    /** What the files stand for. */
    public enum Kind { ONE_FILE, SURFACES, RECORDINGS }

    /**
     * One of the files.
     *
     * @param name its surface or its recording; of an only file the id of the recording if the file names none
     */
    public record Named(String name, InputFile file) {}

    public FixationFiles {
        named = List.copyOf(named);
        if (named.isEmpty()) {
            throw new IllegalArgumentException("an export without fixations");
        }
    }

    /** An only file. */
    public static FixationFiles of(InputFile file) {
        return new FixationFiles(Kind.ONE_FILE, List.of(new Named(FixationReader.ONLY_RECORDING, file)));
    }

    /** The files of one export, all of one kind. */
    static FixationFiles of(List<ExportParts.PartFile> files) {
        ExportParts.PartFile first = files.getFirst();
        if (first.part().surface().isPresent()) {
            return new FixationFiles(Kind.SURFACES,
                    files.stream().map(f -> new Named(f.part().surface().orElseThrow(), f.file())).toList());
        }
        return first.part().recording().isEmpty() ? of(first.file()) : new FixationFiles(Kind.RECORDINGS,
                files.stream().map(f -> new Named(f.part().recording().orElseThrow(), f.file())).toList());
    }

    /** The files in the order of their names. */
    public List<InputFile> files() {
        return named.stream().map(Named::file).toList();
    }

    /** The same files, each replaced by what {@code change} makes of it. */
    FixationFiles map(UnaryOperator<InputFile> change) {
        return new FixationFiles(kind, named.stream().map(n -> new Named(n.name(), change.apply(n.file()))).toList());
    }

    /** Whether only some of the files will be read. */
    boolean needsChoice() {
        return kind == Kind.SURFACES && named.size() > 1;
    }

    /**
     * The files that are read: all, or that of the chosen surface.
     *
     * @param option where the choice is made
     * @throws ProblemException if the chosen surface is not there, or there are several and none is chosen
     */
    public FixationFiles choose(Optional<String> surface, Location option) {
        List<String> names = named.stream().map(Named::name).toList();
        if (surface.isEmpty()) {
            if (needsChoice()) {
                throw new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(named.getLast().file().name()),
                        String.join(", ", names), "one surface, or the option that chooses one, such as \"surface\": \"" + names.getFirst()
                                + "\" in heatmap.json").asException();
            }
            return this;
        }
        List<Named> chosen = kind == Kind.SURFACES ? named.stream().filter(n -> n.name().equals(surface.get())).toList() : List.of();
        if (chosen.isEmpty()) {
            throw new Problem(ProblemType.BAD_OPTION, option, surface.get(), kind == Kind.SURFACES
                    ? "the name of a surface of this export: " + String.join(", ", names)
                    : "null, because this export has no fixations_on_surface_<name>.csv").asException();
        }
        return new FixationFiles(kind, chosen);
    }

    /**
     * Opens the files, to be read one after the other.
     *
     * @param setup what was chosen about tables of eye trackers, and the image
     * @throws ProblemException if there are too many, or the first is bad
     */
    public Reader open(TableSetup setup) {
        InputFile last = named.getLast().file();
        long bytes = named.stream().mapToLong(n -> n.file().size()).sum();
        if (named.size() > MAX_FILES || bytes > Limits.MAX_FIXATION_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(last.name()), named.size() + " files of " + bytes + " bytes",
                    "at most " + MAX_FILES + " files of fixations, of " + Limits.MAX_FIXATION_BYTES + " bytes together").asException();
        }
        Map<String, InputFile> byName = new TreeMap<>();
        for (Named each : named) {
            Names.brokenRule(each.name()).ifPresent(rule -> {
                throw new Problem(ProblemType.BAD_VALUE, new Location.WholeFile(each.file().name()), each.name(), "a name " + rule)
                        .asException();
            });
            InputFile other = byName.putIfAbsent(each.name(), each.file());
            if (other != null) {
                throw new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(each.file().name()),
                        other.name() + ", " + each.file().name(), "one of them").asException();
            }
        }
        return new Reader(setup);
    }

    /** Reads the files one after the other, as if they were one. All must be of the same kind. */
    public final class Reader implements AutoCloseable {

        private final TableRun run;
        private final FixationTable first;

        private Reader(TableSetup setup) {
            this.run = new TableRun(setup);
            this.first = open(named.getFirst());
        }

        private FixationTable open(Named each) {
            return FixationTables.open(each.file(), run, kind == Kind.RECORDINGS ? each.name() : FixationReader.ONLY_RECORDING);
        }

        public EnrichmentType type() {
            return first.type();
        }

        /** The unit of the fixations' positions. */
        public CoordinateUnit unit() {
            return first.unit();
        }

        /** Where durations come from: {@code end - start}, or the name of a column. */
        public String durations() {
            return first.durations();
        }

        /** Whether the files tell when fixations start. */
        public Starts starts() {
            return first.starts();
        }

        /** The name of a recording, as far as its fixations were read: its id where no column tells it. */
        public String recordingName(String id) {
            return run.recordingName(id);
        }

        /**
         * What the tables told beside fixations, once all of them were read.
         *
         * @throws ProblemException if the chosen stimulus is in none of them, or no fixation of them has a place
         */
        public TableReading reading() {
            return run.reading(named.getFirst().file().name(), starts());
        }

        /**
         * Passes every fixation to {@code consumer}, file by file.
         *
         * @throws ProblemException as {@link FixationTable#forEach}, and if a file has other columns than the first
         */
        public void forEach(Consumer<Fixation> consumer) {
            forEach(Long.MAX_VALUE, consumer);
        }

        /** Passes the first fixations to {@code consumer}, {@code most} at most, as {@link #forEach(Consumer)} does. */
        void forEach(long most, Consumer<Fixation> consumer) {
            long left = most - first.forEach(most, consumer);
            for (Named each : named.subList(1, named.size())) {
                if (left == 0) {
                    return;
                }
                try (FixationTable table = open(each)) {
                    checkLikeFirst(each.file(), table);
                    left -= table.forEach(left, consumer);
                }
            }
        }

        private void checkLikeFirst(InputFile file, FixationTable table) {
            if (table.type() != type() || !table.durations().equals(durations()) || table.unit() != unit()
                    || table.starts() != starts()) {
                throw new Problem(ProblemType.MISSING_COLUMN, new Location.Line(file.name(), 1), described(table),
                        "columns of the same kind as in " + named.getFirst().file().name()).asException();
            }
        }

        private static String described(FixationTable table) {
            return table.type().id() + (!table.type().isMapped() ? " with durations " + table.durations()
                    : table.durations().equals("end - start") ? " with end timestamps" : " without end timestamps");
        }

        @Override
        public void close() {
            first.close();
        }
    }
}
