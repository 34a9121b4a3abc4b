/** The formats that outputs are written in: CSV, numpy's npz, and the photo as JPEG. */
@NullMarked
package io.github.fixationheatmap.result.format;

import org.jspecify.annotations.NullMarked;
