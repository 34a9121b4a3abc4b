/** The HTTP API. It uses the same pipeline as uploads, and does not depend on AWS Lambda. */
@NullMarked
package io.github.fixationheatmap.api;

import org.jspecify.annotations.NullMarked;
