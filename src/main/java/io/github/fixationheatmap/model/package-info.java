/** Values that all other packages use: fixations, sections, recordings, rows of an image. */
@NullMarked
package io.github.fixationheatmap.model;

import org.jspecify.annotations.NullMarked;
