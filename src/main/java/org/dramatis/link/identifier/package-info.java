/** What other catalogues call things: their schemes of identifiers, and what they identify here. */
@NullMarked
package org.dramatis.link.identifier;

import org.jspecify.annotations.NullMarked;
