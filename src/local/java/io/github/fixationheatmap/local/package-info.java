/** What tests and benchmarks need in place of AWS, an S3 server in the JVM above all, and the runnable command as Maven calls it. */
@NullMarked
package io.github.fixationheatmap.local;

import org.jspecify.annotations.NullMarked;
