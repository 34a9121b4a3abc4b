/** Jobs, their options and manifests. */
@NullMarked
package io.github.fixationheatmap.job;

import org.jspecify.annotations.NullMarked;
