/** Where sources disagree, with each other or with themselves, as published queries find it. */
@NullMarked
package org.dramatis.query.conflict;

import org.jspecify.annotations.NullMarked;
