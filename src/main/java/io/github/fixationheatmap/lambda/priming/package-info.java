/** Runs made-up drops before a SnapStart snapshot is taken. */
@NullMarked
package io.github.fixationheatmap.lambda.priming;

import org.jspecify.annotations.NullMarked;
