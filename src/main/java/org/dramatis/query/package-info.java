/**
 * Asking questions: limits, safety rules, the catalogue of published queries and the formats of the
 * answers, with no idea of HTTP.
 */
@NullMarked
package org.dramatis.query;

import org.jspecify.annotations.NullMarked;
