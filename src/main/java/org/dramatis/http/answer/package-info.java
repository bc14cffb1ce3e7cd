/**
 * Answers on their way out: held back until they are complete, kept for whoever asks the same,
 * compressed, recognized by their tag, and broken visibly when they fail.
 */
@NullMarked
package org.dramatis.http.answer;

import org.jspecify.annotations.NullMarked;
