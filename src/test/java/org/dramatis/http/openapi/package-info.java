/** Tests of the document that tells programs what there is. */
@NullMarked
package org.dramatis.http.openapi;

import org.jspecify.annotations.NullMarked;
