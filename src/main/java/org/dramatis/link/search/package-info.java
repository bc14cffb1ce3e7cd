/** Finding entities by what they are called. */
@NullMarked
package org.dramatis.link.search;

import org.jspecify.annotations.NullMarked;
