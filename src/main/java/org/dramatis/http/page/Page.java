package org.dramatis.http.page;

import java.util.Optional;

/**
 * What a page says, as a record of what its template shows: the template lies in {@code
 * src/main/jte} under the simple name of the record and takes the record as its only parameter. All
 * that pages have in common, such as the head and the navigation, is drawn around it.
 */
public interface Page {

  /** What a browser calls it. */
  String title();

  /** The entry of the navigation under which it is found. */
  default Section section() {
    return Section.ELSEWHERE;
  }

  /** The script that only this page has, as a module that imports others by their names. */
  default Optional<String> script() {
    return Optional.empty();
  }
}
