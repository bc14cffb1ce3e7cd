/** What the documentation shows is run, and what it prints is what it says. */
@NullMarked
package org.dramatis.docs;

import org.jspecify.annotations.NullMarked;
