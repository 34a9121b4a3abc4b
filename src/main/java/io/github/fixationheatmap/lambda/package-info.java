/** What AWS Lambda calls: events in, jobs out. */
@NullMarked
package io.github.fixationheatmap.lambda;

import org.jspecify.annotations.NullMarked;
