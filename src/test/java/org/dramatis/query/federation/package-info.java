@NullMarked
package org.dramatis.query.federation;

import org.jspecify.annotations.NullMarked;
