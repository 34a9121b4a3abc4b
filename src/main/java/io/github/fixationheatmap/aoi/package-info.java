/** Areas of interest: their shapes and what lies inside, in px of the reference image, origin top left. Pure values; no I/O and no AWS. */
@NullMarked
package io.github.fixationheatmap.aoi;

import org.jspecify.annotations.NullMarked;
