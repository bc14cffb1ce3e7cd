/** The program's entry point, which knows the command line and nothing below it. */
@NullMarked
package org.dramatis;

import org.jspecify.annotations.NullMarked;
