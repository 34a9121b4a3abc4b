@NullMarked
package io.github.fixationheatmap.drop;

import org.jspecify.annotations.NullMarked;
