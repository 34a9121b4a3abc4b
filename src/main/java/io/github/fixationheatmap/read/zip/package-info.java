/** Reads the entries of a zip by ranged requests. */
@NullMarked
package io.github.fixationheatmap.read.zip;

import org.jspecify.annotations.NullMarked;
