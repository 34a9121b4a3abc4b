package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The listeners of one run. Each hears every fixation of the selected recordings, in the file's order. */
public final class FixationListeners implements FixationListener {

    /**
     * A kind of listener. A run makes one of each kind, whatever number of outputs need it.
     *
     * @param type the listener's class
     * @param create makes the listener of a run
     */
    public record Kind<L extends FixationListener>(Class<L> type, Function<Analysis.Setup, L> create) {}

    private final Map<Kind<?>, FixationListener> byKind = new LinkedHashMap<>();
    private final FixationListener[] all;

    /** Makes a listener of each of these kinds; a kind that is named twice has one listener. */
    public FixationListeners(Analysis.Setup setup, Collection<Kind<?>> kinds) {
        kinds.forEach(kind -> byKind.computeIfAbsent(kind, k -> k.create().apply(setup)));
        all = byKind.values().toArray(FixationListener[]::new);
    }

    /**
     * The listener of a kind.
     *
     * @throws IllegalArgumentException if this run has none
     */
    public <L extends FixationListener> L get(Kind<L> kind) {
        FixationListener listener = byKind.get(kind);
        if (listener == null) {
            throw new IllegalArgumentException("no output of this run needs " + kind.type().getSimpleName());
        }
        return kind.type().cast(listener);
    }

    @Override
    public void counted(Fixation fixation, double x, double y) {
        for (FixationListener listener : all) {
            listener.counted(fixation, x, y);
        }
    }

    @Override
    public void outside(Fixation fixation, double x, double y) {
        for (FixationListener listener : all) {
            listener.outside(fixation, x, y);
        }
    }

    @Override
    public void leftOut(Fixation fixation) {
        for (FixationListener listener : all) {
            listener.leftOut(fixation);
        }
    }
}
