package io.github.fixationheatmap.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Several workers on one drop, one store request at a time in any order, while inputs are uploaded, messages come twice, workers die and
 * answers get lost.
 *
 * @param script the inputs that are uploaded one after the other, each a letter
 * @param workers how many work at the same time
 * @param duplicates how many messages come beyond one for each upload
 * @param crashes how often a worker may die; its message comes again
 * @param losses how often a write's answer may be lost, so that the client writes again
 */
record Model(String script, int workers, int duplicates, int crashes, int losses) {

    private static final int IDLE = -1;

    /**
     * One moment.
     *
     * @param input which of the script's inputs lies there
     * @param store what the results bucket holds
     * @param pending how many messages wait
     * @param crashes how often a worker has died
     * @param losses how often an answer was lost
     * @param workers where each worker stands; sorted, for they are all alike
     */
    record State(int input, ModelStore store, int pending, int crashes, int losses, List<Integer> workers) {
        State {
            workers = workers.stream().sorted().toList();
        }

        boolean isQuiet() {
            return pending == 0 && workers.stream().allMatch(w -> w == IDLE);
        }
    }

    State start() {
        return new State(0, ModelStore.EMPTY, 1 + duplicates, 0, 0, java.util.Collections.nCopies(workers, IDLE));
    }

    char letter(State state) {
        return script.charAt(state.input);
    }

    /** All that can happen next, each with its name. */
    void next(State s, ModelProgram program, ModelChecks checks, BiConsumer<String, State> then) {
        if (s.input + 1 < script.length()) {
            then.accept("upload " + script.charAt(s.input + 1),
                    new State(s.input + 1, s.store, s.pending + 1, s.crashes, s.losses, s.workers));
        }
        for (int w = 0; w < workers; w++) {
            int at = s.workers.get(w);
            if (w > 0 && at == s.workers.get(w - 1)) {
                continue;
            }
            if (at != IDLE) {
                step(s, w, program, checks, then);
            } else if (s.pending > 0) {
                then.accept("take message", new State(s.input, s.store, s.pending - 1, s.crashes, s.losses,
                        moved(s, w, program.start().id())));
            }
        }
    }

    private void step(State s, int w, ModelProgram program, ModelChecks checks, BiConsumer<String, State> then) {
        ModelProgram.Node node = program.node(s.workers.get(w));
        ModelStore.Answered once = s.store.answer(node.call(), letter(s));
        go(s, w, node, once, s.losses, program, checks, then);
        if (node.call() instanceof ModelCall.Put && s.losses < losses) {
            go(s, w, node, once.store().answer(node.call(), letter(s)), s.losses + 1, program, checks, then);
        }
        if (s.crashes < crashes) {
            then.accept("worker at " + node.id() + " dies", new State(s.input, s.store, s.pending + 1, s.crashes + 1, s.losses,
                    moved(s, w, IDLE)));
        }
    }

    private void go(State s, int w, ModelProgram.Node node, ModelStore.Answered answered, int lost, ModelProgram program,
            ModelChecks checks, BiConsumer<String, State> then) {
        ModelProgram.Node after = program.after(node, answered.answer());
        int place = after.id();
        if (after.call() instanceof ModelCall.End end) {
            place = end.outcome().isEmpty() ? program.start().id() : IDLE;
            checks.end(end);
        }
        checks.move(script, s.store, answered.store());
        State state = new State(s.input, answered.store(), s.pending, s.crashes, lost, moved(s, w, place));
        then.accept("worker at " + node.id() + ": " + node.call() + " gives " + answered.answer()
                + (after.call() instanceof ModelCall.End end ? ", ends with " + end : ""), state);
    }

    private static List<Integer> moved(State s, int w, int place) {
        List<Integer> places = new ArrayList<>(s.workers);
        places.set(w, place);
        return places;
    }

    /** How many states and steps there were. */
    record Explored(int states, long steps) {}

    /** Goes everywhere, nearest first. What is wrong anywhere is thrown with the way that led there. */
    Explored explore(ModelProgram program, ModelChecks checks) {
        Map<State, State> from = new HashMap<>();
        List<State> frontier = new ArrayList<>(List.of(start()));
        from.put(start(), start());
        long[] steps = {0};
        for (int i = 0; i < frontier.size(); i++) {
            State state = frontier.get(i);
            try {
                checks.state(state, letter(state));
                if (state.isQuiet()) {
                    checks.duplicate(program, state.store, letter(state));
                }
                next(state, program, checks, (name, after) -> {
                    steps[0]++;
                    if (from.putIfAbsent(after, state) == null) {
                        frontier.add(after);
                    }
                });
            } catch (ModelChecks.BrokenPromise broken) {
                throw new ModelChecks.BrokenPromise(broken.getMessage() + "\n" + way(state, from, program));
            }
        }
        return new Explored(frontier.size(), steps[0]);
    }

    /** Goes one random way until all is quiet, and tells how long it was. */
    int walk(ModelProgram program, ModelChecks checks, Random random) {
        List<String> way = new ArrayList<>();
        State state = start();
        try {
            while (true) {
                checks.state(state, letter(state));
                List<Map.Entry<String, State>> choices = new ArrayList<>();
                next(state, program, checks, (name, after) -> choices.add(Map.entry(name, after)));
                if (choices.isEmpty()) {
                    checks.duplicate(program, state.store, letter(state));
                    return way.size();
                }
                Map.Entry<String, State> chosen = choices.get(random.nextInt(choices.size()));
                way.add(chosen.getKey());
                state = chosen.getValue();
            }
        } catch (ModelChecks.BrokenPromise broken) {
            throw new ModelChecks.BrokenPromise(broken.getMessage() + "\n" + script + "\n" + String.join("\n", way));
        }
    }

    private String way(State state, Map<State, State> from, ModelProgram program) {
        List<String> names = new ArrayList<>();
        for (State at = state; !at.equals(start()); at = from.getOrDefault(at, start())) {
            State there = at;
            next(from.getOrDefault(at, start()), program, ModelChecks.NONE, (name, after) -> {
                if (after.equals(there)) {
                    names.add(name);
                }
            });
        }
        return String.join("\n", names.reversed());
    }
}
