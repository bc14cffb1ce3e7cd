/** What the service says about itself in RDF. */
@NullMarked
package org.dramatis.http.description;

import org.jspecify.annotations.NullMarked;
