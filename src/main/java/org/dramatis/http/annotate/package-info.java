/** Marking in a text what the graph knows. */
@NullMarked
package org.dramatis.http.annotate;

import org.jspecify.annotations.NullMarked;
