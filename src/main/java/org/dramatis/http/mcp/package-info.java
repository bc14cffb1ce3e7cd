/** The service for language models: tools and resources by the Model Context Protocol. */
@NullMarked
package org.dramatis.http.mcp;

import org.jspecify.annotations.NullMarked;
