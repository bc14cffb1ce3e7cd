/** What keeps a folder of data from being lost: copies of it, and a look at whether it is whole. */
@NullMarked
package org.dramatis.store.backup;

import org.jspecify.annotations.NullMarked;
