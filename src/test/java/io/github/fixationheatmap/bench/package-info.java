/** Times the project side by side with the scripts that people would write instead. Programs, not tests. */
@NullMarked
package io.github.fixationheatmap.bench;

import org.jspecify.annotations.NullMarked;
