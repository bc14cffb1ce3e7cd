package org.dramatis.http.published;

import java.util.Optional;

/**
 * What stands behind {@code /queries/}: topic and name of a query, and the format of its answer if
 * that is the end of the name.
 */
record PublishedPath(String name, Optional<String> format) {

  static PublishedPath of(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 0 || dot < text.lastIndexOf('/')
        ? new PublishedPath(text, Optional.empty())
        : new PublishedPath(text.substring(0, dot), Optional.of(text.substring(dot + 1)));
  }
}
