/** The time of a run: how much is left, and how long each stage took. */
@NullMarked
package io.github.fixationheatmap.pipeline.timing;

import org.jspecify.annotations.NullMarked;
