/** What the template promises, checked against what the code does. */
@NullMarked
package io.github.fixationheatmap.template;

import org.jspecify.annotations.NullMarked;
