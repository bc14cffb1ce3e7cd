/** Who may write: the file of tokens, and what a request has to show. */
@NullMarked
package org.dramatis.http.access;

import org.jspecify.annotations.NullMarked;
