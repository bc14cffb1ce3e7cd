/**
 * From a file or bytes to one accepted change: strict reading, shapes, checks, and the canonical
 * form of Turtle.
 */
@NullMarked
package org.dramatis.ingest;

import org.jspecify.annotations.NullMarked;
