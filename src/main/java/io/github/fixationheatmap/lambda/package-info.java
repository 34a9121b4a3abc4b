/** The functions that AWS Lambda calls. They turn events into requests to the pipeline and the API, and results into answers. */
@NullMarked
package io.github.fixationheatmap.lambda;

import org.jspecify.annotations.NullMarked;
