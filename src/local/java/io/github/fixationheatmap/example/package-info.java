/** The bundled example: a drawn shelf, and made-up people who look at it. Seeded, so that the same files come out wherever it runs. */
@NullMarked
package io.github.fixationheatmap.example;

import org.jspecify.annotations.NullMarked;
