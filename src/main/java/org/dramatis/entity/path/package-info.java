/** How two entities are connected. */
@NullMarked
package org.dramatis.entity.path;

import org.jspecify.annotations.NullMarked;
