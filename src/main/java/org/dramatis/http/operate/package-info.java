/** What operators see and ask: health, metrics, and what is running. */
@NullMarked
package org.dramatis.http.operate;

import org.jspecify.annotations.NullMarked;
