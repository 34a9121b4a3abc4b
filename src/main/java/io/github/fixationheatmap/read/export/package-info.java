/** Finds the exports of a drop and reads their tables. */
@NullMarked
package io.github.fixationheatmap.read.export;

import org.jspecify.annotations.NullMarked;
