/** What a writer sends: the whole of a body, or nothing of it. */
@NullMarked
package org.dramatis.http.upload;

import org.jspecify.annotations.NullMarked;
