/** Areas of interest as geometry: which of them a point lies in. */
@NullMarked
package io.github.fixationheatmap.analysis.aoi;

import org.jspecify.annotations.NullMarked;
