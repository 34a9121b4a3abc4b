/** The geometry of areas of interest: finds the areas that contain a point. */
@NullMarked
package io.github.fixationheatmap.analysis.aoi;

import org.jspecify.annotations.NullMarked;
