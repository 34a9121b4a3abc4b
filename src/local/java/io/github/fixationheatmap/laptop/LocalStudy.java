package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.study.BatchRunner;
import io.github.fixationheatmap.study.StudyFile;
import io.github.fixationheatmap.study.StudyPlanner.Planned;
import io.github.fixationheatmap.study.StudyRunner;
import io.github.fixationheatmap.study.StudyStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder of many exports: the function's study, with a line for each export and a bar. */
final class LocalStudy {

    private final LocalExports found;
    private final FolderStore store;
    private final StudyRunner runner;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The study of a folder.
     *
     * @param found its exports
     * @param store the store of them and of their results
     * @param out where counts and folders go
     * @param err where reasons go, and the bar
     */
    LocalStudy(LocalExports found, FolderStore store, Overrides flags, PrintStream out, PrintStream err) {
        this.found = found;
        this.store = store;
        HeatmapPipeline pipeline = Laptop.pipeline(store);
        this.runner = new StudyRunner(
                new StudyStore(store, new ExportPages(store, found), store, LocalExport.DROPS, LocalExports.RESULTS), pipeline, flags);
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the study, and gives the exit status.
     *
     * @param terminal whether the bar is drawn
     */
    int run(boolean terminal) {
        StudyKeys study = found.study().orElseThrow();
        checkStudiesWithin(study);
        Path results = found.results();
        return switch (runner.plan(study)) {
            case Planned.Refused refused -> {
                err.println("refused: " + refused.problem().detail());
                out.println("error.json in " + results);
                yield Laptop.NOT_ALL;
            }
            case Planned.Absent none -> throw new IllegalStateException("a study here needs no file");
            case Planned.Ready plan -> {
                Listener listener = new Listener(new Progress(err, terminal, plan.drops(), System::nanoTime));
                runner.run(plan, listener);
                listener.addLost();
                out.println(listener.counts());
                out.println("open          " + store.path(LocalExports.RESULTS, study.page(1)));
                out.println("results in    " + results);
                yield listener.progress.failed() == 0 ? Laptop.WELL : Laptop.NOT_ALL;
            }
        };
    }

    /** Without a file at the top, those of folders below set the options of their drops, and no other run would report a bad one. */
    private void checkStudiesWithin(StudyKeys top) {
        if (store.find(LocalExport.DROPS, top.file()).isEmpty()) {
            found.exports().stream().flatMap(export -> StudyKeys.above(export.drop()).stream()).distinct().forEach(this::check);
        }
    }

    private void check(StudyKeys study) {
        try {
            store.fetch(LocalExport.DROPS, study.file(), StudyFile.MAX_BYTES)
                    .ifPresent(file -> StudyFile.parse(store.path(LocalExport.DROPS, study.file()).toString(), file.bytes()));
        } catch (ProblemException bad) {
            throw new Refusal("refused: " + bad.problem().detail());
        }
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
            String inbox = found.study().orElseThrow().inbox();
            String name = drop.substring(inbox.length(), drop.endsWith("/") ? drop.length() - 1 : drop.length());
            return new LocalExport(store.path(LocalExport.DROPS, drop), inbox, name);
        }

        String counts() {
            return progress.done() + " of " + (progress.done() + progress.failed()) + " exports done, of which " + same
                    + " were there before; " + progress.failed() + " failed";
        }
    }
}
