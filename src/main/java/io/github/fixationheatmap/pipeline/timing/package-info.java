/** The time of a run: how much is left, and where it went. */
@NullMarked
package io.github.fixationheatmap.pipeline.timing;

import org.jspecify.annotations.NullMarked;
