/** What is named under the project's base, described at the same path of this server. */
@NullMarked
package org.dramatis.http.resource;

import org.jspecify.annotations.NullMarked;
