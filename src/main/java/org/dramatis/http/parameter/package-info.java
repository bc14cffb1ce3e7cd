/** What the parameters of a request say: read in one way at every address, and none unnoticed. */
@NullMarked
package org.dramatis.http.parameter;

import org.jspecify.annotations.NullMarked;
