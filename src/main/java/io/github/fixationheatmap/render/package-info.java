/** From a field of values and a photo to PNG pictures. Bytes in memory; no I/O and no AWS. */
@NullMarked
package io.github.fixationheatmap.render;

import org.jspecify.annotations.NullMarked;
