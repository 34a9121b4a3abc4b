package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a results bucket holds: the tag of the object under each key, and every version that was ever written. Versions of the same
 * bytes count as one. It never changes; each request gives another.
 */
record ModelStore(Map<String, String> current, Set<String> versions) {

    static final ModelStore EMPTY = new ModelStore(Map.of(), Set.of());

    ModelStore {
        current = Map.copyOf(current);
        versions = Set.copyOf(versions);
    }

    /** A store, and what it answered. */
    record Answered(ModelStore store, Object answer) {}

    /** Does what is asked of it, in one indivisible step. */
    Answered answer(ModelCall call, char inputs) {
        return switch (call) {
            case ModelCall.ListInputs l -> new Answered(this, inputs);
            case ModelCall.ListResults l -> new Answered(this, current);
            case ModelCall.Fetch fetch -> new Answered(this, Optional.ofNullable(current.get(fetch.key())));
            case ModelCall.Put put -> holds(put) ? new Answered(with(put), true) : new Answered(this, false);
            case ModelCall.Delete delete -> new Answered(without(delete.key()), true);
            case ModelCall.End end -> throw new IllegalArgumentException("no request: " + end);
        };
    }

    private boolean holds(ModelCall.Put put) {
        return switch (put.condition()) {
            case PutCondition.Always a -> true;
            case PutCondition.IfAbsent a -> !current.containsKey(put.key());
            case PutCondition.IfMatch match -> match.eTag().equals(current.get(put.key()));
        };
    }

    private ModelStore with(ModelCall.Put put) {
        Map<String, String> objects = new TreeMap<>(current);
        objects.put(put.key(), put.eTag());
        Set<String> all = new TreeSet<>(versions);
        all.add(version(put.key(), put.eTag()));
        return new ModelStore(objects, all);
    }

    private ModelStore without(String key) {
        Map<String, String> objects = new TreeMap<>(current);
        objects.remove(key);
        return new ModelStore(objects, versions);
    }

    static String version(String key, String eTag) {
        return key + "@" + eTag;
    }
}
