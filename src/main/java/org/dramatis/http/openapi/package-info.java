/** What the service can be asked over HTTP, told to programs in an OpenAPI document. */
@NullMarked
package org.dramatis.http.openapi;

import org.jspecify.annotations.NullMarked;
