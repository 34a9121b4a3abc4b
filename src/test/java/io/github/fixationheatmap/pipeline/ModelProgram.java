package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.store.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The publishing code itself, as a tree: at each node it asks the store for something, and each answer leads to another node. Where a
 * worker stands is a node, for the code knows nothing but the answers it got. A node is found by running the code from its start with
 * these answers.
 */
final class ModelProgram {

    /** A place in the code: the answers that led there, and what is asked next. */
    record Node(int id, List<Object> answers, ModelCall call) {}

    private final Function<ObjectStore, Publisher> publishers;
    private final Blobs blobs;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<List<Object>, Node> byAnswers = new HashMap<>();

    ModelProgram(Function<ObjectStore, Publisher> publishers, Blobs blobs) {
        this.publishers = publishers;
        this.blobs = blobs;
    }

    Node start() {
        return node(List.of());
    }

    Node node(int id) {
        return nodes.get(id);
    }

    int size() {
        return nodes.size();
    }

    /** Where this answer leads. */
    Node after(Node node, Object answer) {
        List<Object> answers = new ArrayList<>(node.answers());
        answers.add(answer);
        return node(answers);
    }

    private Node node(List<Object> answers) {
        Node known = byAnswers.get(answers);
        if (known == null) {
            known = new Node(nodes.size(), List.copyOf(answers), run(answers));
            nodes.add(known);
            byAnswers.put(known.answers(), known);
        }
        return known;
    }

    private ModelCall run(List<Object> answers) {
        ReplayStore store = new ReplayStore(answers, blobs);
        try {
            ModelWork work = new ModelWork(store);
            return new ModelCall.End(work.run(publishers.apply(store)), work.computed, store.sawItsOutputs());
        } catch (ReplayStore.Suspended suspended) {
            return suspended.call;
        }
    }
}
