/** Tests of the service for language models. */
@NullMarked
package org.dramatis.http.mcp;

import org.jspecify.annotations.NullMarked;
