/** Finding in running text what the graph knows by name. */
@NullMarked
package org.dramatis.link.annotate;

import org.jspecify.annotations.NullMarked;
