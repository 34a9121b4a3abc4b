/** Compares maps of groups of recordings: differences, tests by permutation, similarity, and how stable a map is. */
@NullMarked
package io.github.fixationheatmap.analysis.comparison;

import org.jspecify.annotations.NullMarked;
