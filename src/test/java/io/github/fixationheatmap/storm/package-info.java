/** The function in bad weather: events out of order and twice, inputs that change, workers that die, a store that fails. */
@NullMarked
package io.github.fixationheatmap.storm;

import org.jspecify.annotations.NullMarked;
