/** Tests. */
@NullMarked
package io.github.fixationheatmap.aoi;

import org.jspecify.annotations.NullMarked;
