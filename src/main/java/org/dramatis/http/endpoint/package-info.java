/**
 * What all endpoints have in common: errors, negotiation, conditions, and the version of the data
 * that is asked.
 */
@NullMarked
package org.dramatis.http.endpoint;

import org.jspecify.annotations.NullMarked;
