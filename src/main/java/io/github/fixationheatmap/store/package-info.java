/** Where objects lie. The only home of the AWS SDK. */
@NullMarked
package io.github.fixationheatmap.store;

import org.jspecify.annotations.NullMarked;
