package org.dramatis.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text made safe for the place in HTML where it goes. */
final class Html {

  private Html() {}

  /** Text for the content of an element or a quoted attribute. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(isAllowed(c) ? c : '\uFFFD');
      }
    }
    return safe.toString();
  }

  /** A link; both address and text may be anything. */
  static String link(String address, String text) {
    return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
  }

  /** A link that runs a query. */
  static String queryLink(String query, String text) {
    return link("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), text);
  }

  /** Text in which backquotes enclose code. */
  static String markedCode(String text) {
    return escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  /** HTML has no way to write most control characters. */
  private static boolean isAllowed(char c) {
    return !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r';
  }
}
