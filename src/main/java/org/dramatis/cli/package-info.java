/** The command line: one command a class, exit code 0 for success, 1 for findings, 2 for misuse. */
@NullMarked
package org.dramatis.cli;

import org.jspecify.annotations.NullMarked;
