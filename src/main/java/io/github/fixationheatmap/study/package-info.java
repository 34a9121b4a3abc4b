/** What an export says: fixations, sections, recordings. Pure values. */
@NullMarked
package io.github.fixationheatmap.study;

import org.jspecify.annotations.NullMarked;
