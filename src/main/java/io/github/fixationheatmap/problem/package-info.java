/** What is wrong with an input: one typed error that says where, what was seen and what was expected. */
@NullMarked
package io.github.fixationheatmap.problem;

import org.jspecify.annotations.NullMarked;
