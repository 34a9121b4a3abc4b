/** Made tables of other eye trackers, in the shape that their programs write. */
@org.jspecify.annotations.NullMarked
package io.github.fixationheatmap.trackers;
