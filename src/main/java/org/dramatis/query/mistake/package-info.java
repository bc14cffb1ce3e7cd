/**
 * What is wrong with a text that is no SPARQL: where, in words for people, and what was probably
 * meant. Used only when reading has failed, so that it may take its time.
 */
@NullMarked
package org.dramatis.query.mistake;

import org.jspecify.annotations.NullMarked;
