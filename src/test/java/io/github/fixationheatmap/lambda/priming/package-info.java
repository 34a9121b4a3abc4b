/** What SnapStart priming uses in place of S3. */
@NullMarked
package io.github.fixationheatmap.lambda.priming;

import org.jspecify.annotations.NullMarked;
