/** What happened to the data, for those who keep a copy of it or follow it. */
@NullMarked
package org.dramatis.feed;

import org.jspecify.annotations.NullMarked;
