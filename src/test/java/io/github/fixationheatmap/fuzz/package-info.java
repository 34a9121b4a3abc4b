/** What every reader promises of any bytes whatever, and the seeded mutations that are tried in each build. */
@NullMarked
package io.github.fixationheatmap.fuzz;

import org.jspecify.annotations.NullMarked;
