/** What hits of areas of interest come to, recording by recording. */
@NullMarked
package io.github.fixationheatmap.analysis.metrics;

import org.jspecify.annotations.NullMarked;
