/** Processes generated drops before a SnapStart snapshot is taken. Knows no handler: each passes its scenario. */
@NullMarked
package io.github.fixationheatmap.lambda.priming;

import org.jspecify.annotations.NullMarked;
