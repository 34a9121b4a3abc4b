/** Reading exports, good and bad. */
@NullMarked
package io.github.fixationheatmap.export;

import org.jspecify.annotations.NullMarked;
