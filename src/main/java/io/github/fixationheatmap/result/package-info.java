/** What is written: the outputs, the manifest, errors, and the fingerprint that names results. */
@NullMarked
package io.github.fixationheatmap.result;

import org.jspecify.annotations.NullMarked;
