/** Offenders against the layout, which the rules must catch. */
@NullMarked
package org.dramatis.architecture.sample.settings;

import org.jspecify.annotations.NullMarked;
