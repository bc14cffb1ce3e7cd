/** What people and programs send who mean no good, or do not know what they do. */
@NullMarked
package org.dramatis.hostile;

import org.jspecify.annotations.NullMarked;
