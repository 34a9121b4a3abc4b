package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.store.InlineTasks;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
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
                boolean inputsUnchanged(Target target) {
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
    WAITING_HAS_NO_CONDITION {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Unconditional(store, ModelWork.KEYS.waiting());
        }
    },
    DONE_BY_THE_MANIFEST_ALONE {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean isDone(ExistingResults before, Target target) {
                    return before.manifest().filter(m -> m.hasFingerprint(target.fingerprint())).isPresent();
                }
            };
        }
    },
    OUTPUTS_ARE_NOT_LOOKED_AT_AFTERWARDS {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean outputsUnchanged(List<WrittenFile> written, Map<String, String> after) {
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
                List<WrittenFile> putOutputs(Results results) {
                    return super.putOutputs(results).stream()
                            .map(p -> new WrittenFile(p.file(), p.sha256(), p.eTag(), Optional.empty())).toList();
                }
            };
        }
    },
    INPUTS_ARE_NOT_LISTED_AT_LAST {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean inputsUnchangedAfterWrite(Target target) {
                    return true;
                }
            };
        }
    },
    STALE_OBJECTS_ARE_NOT_DELETED {
        @Override
        Publisher over(ObjectStore store, Blobs blobs) {
            return new Mutant(store) {
                @Override
                boolean deleteStale(Target target, Map<String, String> present, Set<String> kept) {
                    return false;
                }
            };
        }
    };

    abstract Publisher over(ObjectStore store, Blobs blobs);

    private static class Mutant extends Publisher {

        final ObjectStore store;

        Mutant(ObjectStore store) {
            super(store, ReplayStore.RESULTS, ModelWork.TOOL, InlineTasks::new);
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
        private final List<ResultFile> files = new ArrayList<>();

        ManifestFirst(ObjectStore store, Blobs blobs) {
            super(store);
            this.blobs = blobs;
        }

        @Override
        List<WrittenFile> putOutputs(Results results) {
            files.addAll(results.files());
            return files.stream().map(this::foretold).toList();
        }

        private WrittenFile foretold(ResultFile file) {
            try (InputStream in = file.body().stream().get()) {
                String eTag = blobs.tag(in.readAllBytes());
                return new WrittenFile(file, file.sha256(), eTag, Optional.of(ModelStore.version(file.key(), eTag)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        boolean outputsUnchanged(List<WrittenFile> written, Map<String, String> after) {
            files.forEach(o -> store.put(ReplayStore.RESULTS, o.key(), o.contentType(), o.body(), new PutCondition.Always()));
            return true;
        }
    }
}
