/**
 * Heatmaps over HTTP: requests in, answers out, with the same pipeline in between as for drops. Knows nothing of who brings the requests.
 */
@NullMarked
package io.github.fixationheatmap.api;

import org.jspecify.annotations.NullMarked;
