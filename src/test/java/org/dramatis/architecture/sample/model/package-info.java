/** Offenders against the layout, which the rules must catch. */
@NullMarked
package org.dramatis.architecture.sample.model;

import org.jspecify.annotations.NullMarked;
