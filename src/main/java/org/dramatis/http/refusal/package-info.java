/** How problems are sent: in one form, whoever notices them. */
@NullMarked
package org.dramatis.http.refusal;

import org.jspecify.annotations.NullMarked;
