@NullMarked
package io.github.fixationheatmap.store;

import org.jspecify.annotations.NullMarked;
