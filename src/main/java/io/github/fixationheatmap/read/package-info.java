/** Files of an export, and the limits on their sizes. */
@NullMarked
package io.github.fixationheatmap.read;

import org.jspecify.annotations.NullMarked;
