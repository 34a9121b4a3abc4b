/** What an upload means: which drop it belongs to, which part it is, and where the results go. */
@NullMarked
package io.github.fixationheatmap.drop;

import org.jspecify.annotations.NullMarked;
