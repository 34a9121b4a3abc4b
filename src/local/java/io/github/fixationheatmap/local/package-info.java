/** The function on the user's own machine: an S3 server in the JVM, an example export, and a runner that plays S3's part. */
@NullMarked
package io.github.fixationheatmap.local;

import org.jspecify.annotations.NullMarked;
