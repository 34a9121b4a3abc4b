/** The function under faults: events out of order and duplicated, inputs that change, workers that die, a store that fails. */
@NullMarked
package io.github.fixationheatmap.storm;

import org.jspecify.annotations.NullMarked;
