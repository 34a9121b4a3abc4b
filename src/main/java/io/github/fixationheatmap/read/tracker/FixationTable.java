package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.TableReading.Starts;
import java.util.function.Consumer;

/** A table of fixations of any program, which is read once, from its first row on. */
public interface FixationTable extends AutoCloseable {

    /** The kind of export, as its columns tell. */
    EnrichmentType type();

    /** The unit of its fixations' positions. */
    CoordinateUnit unit();

    /** Where durations come from: {@code end - start}, or the name of a column. */
    String durations();

    /** Whether it tells when fixations start. */
    Starts starts();

    /**
     * Passes the first fixations to {@code consumer}, {@code most} at most, in the order of the file. Returns their number.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if a row is invalid, or the consumer throws a
     *     {@link io.github.fixationheatmap.model.FixationListener.LimitExceededException}
     */
    long forEach(long most, Consumer<Fixation> consumer);

    @Override
    void close();
}
