/** The first page, and the pages that explain. */
@NullMarked
package org.dramatis.http.site;

import org.jspecify.annotations.NullMarked;
