package io.github.fixationheatmap.pipeline.publish;

import io.github.fixationheatmap.result.Output;
import io.github.fixationheatmap.store.InlineErrands;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.PutBody;
import io.github.fixationheatmap.store.PutCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Publishing with one of its steps left out. */
enum Mutants {
    INPUTS_ARE_NOT_LISTED_AGAIN {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean isCurrent(Work work) {
                    return true;
                }
            };
        }
    },
    MANIFEST_HAS_NO_CONDITION {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Unconditional(store, ModelWork.KEYS.manifest());
        }
    },
    ERROR_HAS_NO_CONDITION {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Unconditional(store, ModelWork.KEYS.error());
        }
    },
    DONE_BY_THE_MANIFEST_ALONE {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean isDone(ExistingResults before, Work work) {
                    return before.manifest().filter(m -> m.isOf(work.fingerprint())).isPresent();
                }
            };
        }
    },
    OUTPUTS_ARE_NOT_LOOKED_AT_AFTERWARDS {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean areHeld(List<Published> written, Map<String, String> after) {
                    return true;
                }
            };
        }
    },
    MANIFEST_COMES_BEFORE_THE_OUTPUTS {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new ManifestFirst(store, blobs);
        }
    },
    MANIFEST_NAMES_NO_VERSIONS {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                List<Published> putOutputs(Work.Made made) {
                    return super.putOutputs(made).stream()
                            .map(p -> new Published(p.output(), p.sha256(), p.eTag(), Optional.empty())).toList();
                }
            };
        }
    },
    INPUTS_ARE_NOT_LISTED_AT_LAST {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean isCurrentAtLast(Work work) {
                    return true;
                }
            };
        }
    },
    A_SUCCESS_LEAVES_STRAYS {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean removeStrays(Work work, Map<String, String> present, Set<String> named) {
                    return false;
                }
            };
        }
    };

    abstract Publisher over(ObjectStore store, Blobs blobs);

    private static class Mutant extends Publisher {

        final ObjectStore store;

        Mutant(ObjectStore store) {
            super(store, ReplayStore.RESULTS, ModelWork.TOOL, InlineErrands::new);
            this.store = store;
        }
    }

    private static final class Unconditional extends Mutant {

        private final String document;

        Unconditional(ObjectStore store, String document) {
            super(store);
            this.document = document;
        }

        @Override
        boolean putDocument(String key, String contentType, PutBody body, Optional<ExistingResults.Document> seen) {
            if (!key.equals(document)) {
                return super.putDocument(key, contentType, body, seen);
            }
            store.put(ReplayStore.RESULTS, key, contentType, body, new PutCondition.Always());
            return true;
        }
    }

    /** It foretells the tags that the store will give. */
    private static final class ManifestFirst extends Mutant {

        private final Blobs blobs;
        private final List<Output> outputs = new ArrayList<>();

        ManifestFirst(ObjectStore store, Blobs blobs) {
            super(store);
            this.blobs = blobs;
        }

        @Override
        List<Published> putOutputs(Work.Made made) {
            outputs.addAll(made.outputs());
            return outputs.stream().map(this::foretold).toList();
        }

        private Published foretold(Output output) {
            try (InputStream in = output.body().stream().get()) {
                String eTag = blobs.tag(in.readAllBytes());
                return new Published(output, output.sha256(), eTag, Optional.of(ModelStore.version(output.key(), eTag)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        boolean areHeld(List<Published> written, Map<String, String> after) {
            outputs.forEach(o -> store.put(ReplayStore.RESULTS, o.key(), o.contentType(), o.body(), new PutCondition.Always()));
            return true;
        }
    }
}
