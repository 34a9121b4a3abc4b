/** From a job to results: the pipeline, its options, and the manifest that tells what was done. */
@NullMarked
package io.github.fixationheatmap.job;

import org.jspecify.annotations.NullMarked;
