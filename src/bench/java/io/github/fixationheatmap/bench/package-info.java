/** Times the project, alone and side by side with the scripts that people would write instead. Programs, and two guards that are tests. */
@NullMarked
package io.github.fixationheatmap.bench;

import org.jspecify.annotations.NullMarked;
