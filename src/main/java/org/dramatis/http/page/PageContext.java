package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.dramatis.query.warning.Warning;

/**
 * What a page tells of its request beside what it is about.
 *
 * @param edition the data that it shows; empty where the request never came as far as the data
 * @param warnings what is probably not meant in the request
 */
public record PageContext(Optional<Edition> edition, List<Warning> warnings) {

  /** Nothing is known. */
  public static final PageContext NONE = new PageContext(Optional.empty(), List.of());

  /** Copies the list. */
  public PageContext {
    warnings = List.copyOf(warnings);
  }
}
