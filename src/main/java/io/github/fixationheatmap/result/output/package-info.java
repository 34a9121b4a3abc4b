/** The outputs of a run, one class each, and the registry that lists them. */
@NullMarked
package io.github.fixationheatmap.result.output;

import org.jspecify.annotations.NullMarked;
