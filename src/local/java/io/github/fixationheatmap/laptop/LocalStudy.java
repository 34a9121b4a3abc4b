package io.github.fixationheatmap.laptop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.study.BatchRunner;
import io.github.fixationheatmap.study.StudyFile;
import io.github.fixationheatmap.study.StudyPlanner.Planned;
import io.github.fixationheatmap.study.StudyRunner;
import io.github.fixationheatmap.study.StudyStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder of many exports: the function's study, with a line for each export and a bar. */
final class LocalStudy {

    private final LocalExports found;
    private final StudyKeys study;
    private final FolderStore store;
    private final Overrides flags;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The study of a folder.
     *
     * @param found its exports
     * @param store the store of them and of their results
     * @param flags options that override those of the study's file and of all exports
     * @param out where counts and folders go
     * @param err where reasons go, and the bar
     */
    LocalStudy(LocalExports found, FolderStore store, Overrides flags, PrintStream out, PrintStream err) {
        this.found = found;
        this.study = found.study().orElseThrow();
        this.store = store;
        this.flags = flags;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the study, and gives the exit status.
     *
     * @param terminal whether the bar is drawn
     */
    int run(boolean terminal) {
        check(study);
        checkStudiesWithin();
        StudyStore places = new StudyStore(store, new ExportPages(store, found), store, LocalExport.DROPS, LocalExports.RESULTS);
        StudyRunner runner = new StudyRunner(places, Laptop.pipeline(store));
        return switch (runner.plan(study)) {
            case Planned.Refused refused -> {
                err.println("refused: " + refused.problem().detail());
                out.println("error.json in " + found.results());
                yield Laptop.NOT_ALL;
            }
            case Planned.Absent none -> throw new IllegalStateException("a study here needs no file");
            case Planned.Ready plan -> run(runner, plan, terminal);
        };
    }

    private int run(StudyRunner runner, Planned.Ready plan, boolean terminal) {
        Listener listener = new Listener(new Progress(err, terminal, plan.drops(), System::nanoTime));
        ExportReport combined;
        try {
            List<Outcome> outcomes = runner.run(plan, overrides(plan), listener);
            combined = ExportReport.of(store, combined(), outcomes, Optional.empty());
            listener.addLost();
            out.println(listener.counts());
            if (plan.combines()) {
                out.println("combined      " + outcomes.size() + (outcomes.size() == 1 ? " photo" : " photos") + " of several exports");
            }
            out.println("open          " + store.path(LocalExports.RESULTS, study.page(1)));
            out.println("results in    " + found.results());
        } catch (RuntimeException | OutOfMemoryError failure) {
            combined = ExportReport.of(store, combined(), List.of(), Optional.of(failure));
        }
        combined.reasons().forEach(reason -> err.println("study: " + reason));
        return combined.isWell() && listener.progress.failed() == 0 ? Laptop.WELL : Laptop.NOT_ALL;
    }

    private LocalExport combined() {
        return new LocalExport(found.source(), study.inbox(), "");
    }

    /** Without a file at the top, those of folders below set the options of their drops, and no other run would report a bad one. */
    private void checkStudiesWithin() {
        if (store.find(LocalExport.DROPS, study.file()).isEmpty()) {
            found.exports().stream().flatMap(export -> StudyKeys.above(export.drop()).stream()).distinct().forEach(this::check);
        }
    }

    /** A file that is too long is refused here, too: a study fetches no other. */
    private void check(StudyKeys checked) {
        Path file = store.path(LocalExport.DROPS, checked.file());
        try {
            if (Files.isRegularFile(file) && (!checked.equals(study) || Files.size(file) > StudyFile.MAX_BYTES)) {
                StudyFile.parse(checked.equals(study) ? StudyKeys.FILE : file.toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException bad) {
            throw new Refusal("refused: " + bad.problem().detail());
        }
    }

    /** The flags, over the options of exports. Outputs that combining needs are made whatever they say. */
    private Overrides overrides(Planned.Ready plan) {
        ObjectNode options = flags.canonical();
        if (plan.combines() && options.path(HeatmapOption.OUTPUTS.id()) instanceof ArrayNode chosen) {
            chosen.add(ChosenOutput.RECORDING_HISTOGRAMS.id());
        }
        return options.isEmpty() ? Overrides.none() : Overrides.parse(options);
    }

    /** Says what becomes of each export. */
    private final class Listener implements BatchRunner.Listener {

        private final Progress progress;
        private final List<Outcome> outcomes = new ArrayList<>();
        private Optional<Throwable> failure = Optional.empty();
        private final Set<String> left = new HashSet<>();
        private int same;

        Listener(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void began(String drop) {
            progress.draw(export(drop).name());
        }

        @Override
        public void ended(String drop, Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void failed(String drop, Throwable thrown, Deadline.StageTimes times) {
            failure = Optional.of(thrown);
        }

        @Override
        public void left(String drop) {
            tell(export(drop).name(), ExportReport.of(store, export(drop), outcomes, failure));
            left.add(drop);
            outcomes.clear();
            failure = Optional.empty();
        }

        /** An export may be removed before its drop is planned. */
        void addLost() {
            found.exports().stream().filter(export -> !left.contains(export.drop().key())).forEach(export ->
                    tell(export.name(), new ExportReport(List.of("not run, because its files are no longer there"), List.of(), false)));
        }

        private void tell(String name, ExportReport report) {
            progress.ended(report.isWell());
            progress.erase();
            report.reasons().forEach(reason -> err.println(name + ": " + reason));
            same += report.isWell() && !report.news() ? 1 : 0;
            out.println((report.isWell() ? report.news() ? "done          " : "not made anew " : "failed        ") + name);
        }

        private LocalExport export(String drop) {
            String name = drop.substring(study.inbox().length(), drop.endsWith("/") ? drop.length() - 1 : drop.length());
            return new LocalExport(store.path(LocalExport.DROPS, drop), study.inbox(), name);
        }

        String counts() {
            return progress.done() + " of " + (progress.done() + progress.failed()) + " exports done, of which " + same
                    + " were there before; " + progress.failed() + " failed";
        }
    }
}
