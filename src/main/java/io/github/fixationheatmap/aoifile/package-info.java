/** Reads areas of interest from the files that people have: whoever drew them, and on a picture of whatever size. */
@NullMarked
package io.github.fixationheatmap.aoifile;

import org.jspecify.annotations.NullMarked;
