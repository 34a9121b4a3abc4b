/** Objects in S3. No other package but the priming of SnapStart uses the AWS SDK. */
@NullMarked
package io.github.fixationheatmap.store;

import org.jspecify.annotations.NullMarked;
