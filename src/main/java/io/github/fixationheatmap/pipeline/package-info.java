/** A run, step by step: list, read, analyse, draw, publish. */
@NullMarked
package io.github.fixationheatmap.pipeline;

import org.jspecify.annotations.NullMarked;
