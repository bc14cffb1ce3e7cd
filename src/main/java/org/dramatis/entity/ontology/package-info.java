/** The vocabulary as people read it: its modules, and what each says of its terms. */
@NullMarked
package org.dramatis.entity.ontology;

import org.jspecify.annotations.NullMarked;
