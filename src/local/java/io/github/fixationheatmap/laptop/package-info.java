/** The command of the runnable jar: the function's pipeline over folders and zips of this machine, without any class of AWS. */
@NullMarked
package io.github.fixationheatmap.laptop;

import org.jspecify.annotations.NullMarked;
