/** Studies: many drops below one folder, processed with the study's options and reduced to tables and pages. */
@NullMarked
package io.github.fixationheatmap.study;

import org.jspecify.annotations.NullMarked;
