/**
 * The report: a page of sections. Each section is a record of what it says and a template, which the build compiles into a class of this
 * package.
 */
@NullMarked
package io.github.fixationheatmap.result.report;

import org.jspecify.annotations.NullMarked;
