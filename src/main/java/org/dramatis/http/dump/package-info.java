/** Whole versions of the data as files. */
@NullMarked
package org.dramatis.http.dump;

import org.jspecify.annotations.NullMarked;
