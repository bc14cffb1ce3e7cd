package org.dramatis.query.mistake;

/**
 * Where in a text something stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param token what stands there
 */
public record TextPlace(int line, int column, String token) {

  /** A message that begins with the place. */
  public String before(String message) {
    return "line %d, column %d: %s".formatted(line, column, message);
  }
}
