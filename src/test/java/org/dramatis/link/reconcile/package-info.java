@NullMarked
package org.dramatis.link.reconcile;

import org.jspecify.annotations.NullMarked;
