/** The shape of the whole. */
@NullMarked
package io.github.fixationheatmap;

import org.jspecify.annotations.NullMarked;
