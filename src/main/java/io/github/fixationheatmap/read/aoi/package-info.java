/** Reads areas of interest from files of several formats. */
@NullMarked
package io.github.fixationheatmap.read.aoi;

import org.jspecify.annotations.NullMarked;
