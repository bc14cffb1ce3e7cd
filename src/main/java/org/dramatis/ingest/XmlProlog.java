package org.dramatis.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what the head of an XML document can do behind the reader's back. Of a document type only
 * plain entities are taken, such as those that many RDF/XML files declare for their namespaces.
 */
final class XmlProlog {

  private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii");
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  /** Space, comments and processing instructions. */
  private static final Pattern SKIPPED = Pattern.compile("(?s)(?:\\s++|<!--.*?-->|<\\?.*?\\?>)*+");

  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\s+[^\\s\\[>]++\\s*+(\\[|>)");
  private static final Pattern PLAIN_ENTITY =
      Pattern.compile("<!ENTITY\\s+[^\\s%\"'<>&]++\\s+(?:\"[^\"<&%]*+\"|'[^'<&%]*+')\\s*>");

  private final String text;
  private int at;
  private int doctype;

  private XmlProlog(String text) {
    this.text = text;
  }

  /** False if the document is not to be given to a parser. */
  static boolean check(String text, ProblemCollector problems) {
    Matcher encoding = ENCODING.matcher(text);
    if (encoding.find() && !ENCODINGS.contains(encoding.group(1).toLowerCase(Locale.ROOT))) {
      problems.add(
          "the document says that it is not UTF-8 but " + encoding.group(1),
          "save it as UTF-8 and say so",
          1,
          1);
    }
    XmlProlog prolog = new XmlProlog(text);
    if (prolog.isPlain()) {
      return true;
    }
    Position position = Position.at(text, prolog.doctype);
    problems.add(
        "the document type declares more than plain entities, or refers to something outside the"
            + " document",
        "leave it out: nothing is fetched",
        position.line(),
        position.column());
    return false;
  }

  /** Whether there is no document type, or one of plain entities. */
  private boolean isPlain() {
    skip(SKIPPED);
    doctype = at;
    if (!text.startsWith("<!DOCTYPE", at)) {
      return true;
    }
    Matcher head = DOCTYPE.matcher(text).region(at, text.length());
    if (!head.lookingAt()) {
      return false;
    }
    at = head.end();
    if (head.group(1).equals(">")) {
      return true;
    }
    do {
      skip(SKIPPED);
    } while (skip(PLAIN_ENTITY));
    return text.startsWith("]", at);
  }

  private boolean skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    boolean found = matcher.lookingAt();
    at = found ? matcher.end() : at;
    return found;
  }
}
