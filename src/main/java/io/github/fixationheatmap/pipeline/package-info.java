/** A run, step by step: list, read, analyse, draw, publish. Results are whole or absent, and the newest inputs win. */
@NullMarked
package io.github.fixationheatmap.pipeline;

import org.jspecify.annotations.NullMarked;
