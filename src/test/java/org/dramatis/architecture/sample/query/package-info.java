/** Offenders against the layout, which the rules must catch. */
@NullMarked
package org.dramatis.architecture.sample.query;

import org.jspecify.annotations.NullMarked;
