/** Errors in the input: their type, their location, the actual and the expected value. */
@NullMarked
package io.github.fixationheatmap.problem;

import org.jspecify.annotations.NullMarked;
