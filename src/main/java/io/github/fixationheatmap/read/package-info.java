/** Files of an export, and the bounds within which they are read. */
@NullMarked
package io.github.fixationheatmap.read;

import org.jspecify.annotations.NullMarked;
