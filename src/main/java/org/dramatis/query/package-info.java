/**
 * Asking questions and running updates, with no idea of HTTP: reading SPARQL as the standard has
 * it, what may be asked, the engine whose every operator keeps to one budget of time and memory,
 * the formats of the answers, and the catalogue of published queries. The packages below explain
 * mistakes, plans, empty answers and warnings, and ask other endpoints.
 */
@NullMarked
package org.dramatis.query;

import org.jspecify.annotations.NullMarked;
