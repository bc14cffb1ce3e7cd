/** What can be set at start: one record, whose values are refused by name when they are bad. */
@NullMarked
package org.dramatis.settings;

import org.jspecify.annotations.NullMarked;
