/** The meaning of object keys: the drop and the role of an uploaded file, and where the results go. */
@NullMarked
package io.github.fixationheatmap.drop;

import org.jspecify.annotations.NullMarked;
