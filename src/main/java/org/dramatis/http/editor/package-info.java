/** The page on which queries are written, and what it needs to know while somebody writes. */
@NullMarked
package org.dramatis.http.editor;

import org.jspecify.annotations.NullMarked;
