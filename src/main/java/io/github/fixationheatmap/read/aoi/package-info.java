/** Reads areas of interest from the files that people have. */
@NullMarked
package io.github.fixationheatmap.read.aoi;

import org.jspecify.annotations.NullMarked;
