package org.dramatis.http.annotate;

import java.util.Optional;
import org.dramatis.link.annotate.Markup;

/**
 * A text that is to be annotated.
 *
 * @param input as it was sent
 * @param markup how it was read, if it is HTML
 */
record Given(String input, Optional<Markup> markup) {

  static Given plain(String text) {
    return new Given(text, Optional.empty());
  }

  static Given html(String html) {
    return new Given(html, Optional.of(Markup.read(html)));
  }

  /** What is to be read of it. */
  String text() {
    return markup.map(Markup::text).orElse(input);
  }

  /** Where in the input a char of the text begins. */
  int start(int index) {
    return markup.map(read -> read.start(index)).orElse(index);
  }

  /** Where in the input the char of the text ends that is before this place. */
  int end(int index) {
    return markup.map(read -> read.end(index)).orElse(index);
  }
}
