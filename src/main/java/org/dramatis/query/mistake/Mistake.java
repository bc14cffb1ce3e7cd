package org.dramatis.query.mistake;

import java.util.Optional;

/**
 * What is wrong with a text.
 *
 * @param what what was found and what could stand there, in words for people
 * @param line counted from 1
 * @param column counted from 1
 * @param token what stands there; empty at the end of the text
 * @param hint what was probably meant
 */
public record Mistake(String what, int line, int column, String token, Optional<String> hint) {}
