package org.dramatis.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses what the head of an XML document can do behind the reader's back. */
final class XmlProlog {

  private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii");
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE[^\\[>]*(\\[[^\\]]*])?", Pattern.DOTALL);
  private static final Pattern EXTERNAL = Pattern.compile("\\b(SYSTEM|PUBLIC)\\s+[\"']");

  private XmlProlog() {}

  static void check(String text, ProblemCollector problems) {
    Matcher encoding = ENCODING.matcher(text);
    if (encoding.find() && !ENCODINGS.contains(encoding.group(1).toLowerCase(Locale.ROOT))) {
      problems.add(
          "the document says that it is not UTF-8 but " + encoding.group(1),
          "save it as UTF-8 and say so",
          1,
          1);
    }
    Matcher doctype = DOCTYPE.matcher(text);
    if (doctype.find() && EXTERNAL.matcher(doctype.group()).find()) {
      Position position = Position.at(text, doctype.start());
      problems.add(
          "the document type refers to something outside the document",
          "leave it out: nothing is fetched",
          position.line(),
          position.column());
    }
  }
}
