/**
 * The rules of the layout, checked against the program and against a sample that breaks each of
 * them.
 */
@NullMarked
package org.dramatis.architecture;

import org.jspecify.annotations.NullMarked;
