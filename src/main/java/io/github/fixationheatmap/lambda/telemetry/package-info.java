/** Log lines and metrics. */
@NullMarked
package io.github.fixationheatmap.lambda.telemetry;

import org.jspecify.annotations.NullMarked;
