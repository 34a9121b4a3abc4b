/** Every option once: its values, its parser, its checks. */
@NullMarked
package io.github.fixationheatmap.options;

import org.jspecify.annotations.NullMarked;
