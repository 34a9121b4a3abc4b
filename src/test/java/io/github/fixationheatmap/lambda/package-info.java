/** The function from event to results, over the embedded S3. */
@NullMarked
package io.github.fixationheatmap.lambda;

import org.jspecify.annotations.NullMarked;
