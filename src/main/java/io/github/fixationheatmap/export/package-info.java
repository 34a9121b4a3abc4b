/** Where an export's files are, folder or zip, and the readers of its files. */
@NullMarked
package io.github.fixationheatmap.export;

import org.jspecify.annotations.NullMarked;
