package org.dramatis.http.page;

import java.util.List;
import java.util.stream.Collectors;
import org.dramatis.query.warning.Warning;

/** What is probably not meant, as a list at the top of a page. */
public final class Warnings {

  private Warnings() {}

  /** The list; nothing if there is nothing to warn of. */
  static String list(List<Warning> warnings) {
    return warnings.isEmpty()
        ? ""
        : warnings.stream()
            .map(warning -> "<li>" + Html.escape(warning.text()) + "</li>\n")
            .collect(
                Collectors.joining(
                    "", "<ul class=\"warnings\" aria-label=\"Warnings\">\n", "</ul>\n"));
  }

  /** Puts the list into a page that was written without it. */
  public static String put(List<Warning> warnings, String page) {
    return warnings.isEmpty() ? page : page.replace(Frame.MAIN, Frame.MAIN + list(warnings));
  }
}
