/** The publishing protocol: results are whole or absent, and the newest inputs win. */
@NullMarked
package io.github.fixationheatmap.pipeline.publish;

import org.jspecify.annotations.NullMarked;
