/** Tests. */
@NullMarked
package io.github.fixationheatmap.metrics;

import org.jspecify.annotations.NullMarked;
