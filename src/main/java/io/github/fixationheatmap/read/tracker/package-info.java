/** Reads tables of fixations of any eye tracker, by layouts that say what their columns mean. */
@NullMarked
package io.github.fixationheatmap.read.tracker;

import org.jspecify.annotations.NullMarked;
