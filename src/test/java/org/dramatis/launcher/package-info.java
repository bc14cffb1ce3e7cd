/**
 * The script that starts the program, tried with stand-ins for Maven and Java, and once with the
 * real Java.
 */
@NullMarked
package org.dramatis.launcher;

import org.jspecify.annotations.NullMarked;
