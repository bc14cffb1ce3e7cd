/** Changes of the data: updates and whole graphs. */
@NullMarked
package org.dramatis.http.write;

import org.jspecify.annotations.NullMarked;
