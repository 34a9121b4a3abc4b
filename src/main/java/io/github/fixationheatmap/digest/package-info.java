/** Digests of bytes and of texts. */
@NullMarked
package io.github.fixationheatmap.digest;

import org.jspecify.annotations.NullMarked;
