/** The published queries: what they are called, what they ask for and how they are read. */
@NullMarked
package org.dramatis.query.catalogue;

import org.jspecify.annotations.NullMarked;
