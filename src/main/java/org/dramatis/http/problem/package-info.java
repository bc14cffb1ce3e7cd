/** Errors as they leave the server: their kinds, their documents and their explanations. */
@NullMarked
package org.dramatis.http.problem;

import org.jspecify.annotations.NullMarked;
