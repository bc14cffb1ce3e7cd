/** What became of identifiers: which were merged into others, and which were retired. */
@NullMarked
package org.dramatis.link;

import org.jspecify.annotations.NullMarked;
