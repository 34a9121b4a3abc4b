@NullMarked
package io.github.fixationheatmap.aoifile;

import org.jspecify.annotations.NullMarked;
