/** The W3C's suites for SPARQL, run against the server from outside. */
@NullMarked
package org.dramatis.conformance;

import org.jspecify.annotations.NullMarked;
