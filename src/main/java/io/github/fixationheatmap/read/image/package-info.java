/** Decodes reference images and masks. */
@NullMarked
package io.github.fixationheatmap.read.image;

import org.jspecify.annotations.NullMarked;
