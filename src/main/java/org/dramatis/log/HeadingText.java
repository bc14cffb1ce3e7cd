package org.dramatis.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.JenaException;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/** A heading as the header of an RDF Patch: the lines that begin with {@code H}. */
final class HeadingText {

  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String PREVIOUS = "prev";
  private static final String TIME = "time";
  private static final String AUTHOR = "author";
  private static final String MESSAGE = "message";
  private static final String ADDED = "added";
  private static final String DELETED = "deleted";
  private static final String CREATED = "created";
  private static final String DROPPED = "dropped";
  private static final String LENGTH = "length";
  private static final String CONTENT = "content";
  private static final String KEY = "key";
  private static final String REQUEST = "request";
  private static final String ANSWER = "answer";

  private static final String END = " .";
  private static final String TYPED_AS_TIME = "^^<" + XSDDatatype.XSDdateTime.getURI() + ">";

  private HeadingText() {}

  /** All lines but the first. */
  static byte[] write(Heading heading) {
    StringBuilder lines = new StringBuilder(512);
    line(VERSION, Long.toString(heading.version().number()), lines);
    heading.previous().ifPresent(previous -> line(PREVIOUS, iri(previous.toString()), lines));
    line(TIME, text(heading.time().toString()) + TYPED_AS_TIME, lines);
    line(AUTHOR, text(heading.author()), lines);
    line(MESSAGE, text(heading.message()), lines);
    line(ADDED, Long.toString(heading.added()), lines);
    line(DELETED, Long.toString(heading.deleted()), lines);
    heading.created().forEach(graph -> line(CREATED, NodeFmtLib.strNT(graph), lines));
    heading.dropped().forEach(graph -> line(DROPPED, NodeFmtLib.strNT(graph), lines));
    line(LENGTH, Long.toString(heading.length()), lines);
    line(CONTENT, iri(heading.content().toString()), lines);
    heading.receipt().ifPresent(receipt -> write(receipt, lines));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Receipt receipt, StringBuilder lines) {
    line(KEY, iri(receipt.key().toString()), lines);
    line(REQUEST, iri(receipt.request().toString()), lines);
    line(ANSWER, text(receipt.answer()), lines);
  }

  private static void line(String field, String term, StringBuilder lines) {
    lines.append("H ").append(field).append(' ').append(term).append(END).append('\n');
  }

  private static String iri(String iri) {
    return "<" + iri + ">";
  }

  private static String text(String text) {
    return NodeFmtLib.strNT(NodeFactory.createLiteralString(text));
  }

  /** All lines, the first of which gives the identity that follows from the others. */
  static byte[] whole(Heading heading) {
    byte[] others = write(heading);
    StringBuilder first = new StringBuilder();
    line(ID, iri(Sha256.of(others).toString()), first);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(others.length + first.length());
    bytes.writeBytes(first.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(others);
    return bytes.toByteArray();
  }

  /**
   * Reads all lines, the first among them.
   *
   * @throws DamagedException if they are not a heading, or not the one that the first line names
   */
  static Heading read(byte[] lines) throws DamagedException {
    try {
      Lines read = new Lines();
      new String(lines, StandardCharsets.UTF_8).lines().forEach(read::read);
      Heading heading = read.heading();
      if (!Arrays.equals(lines, whole(heading))) {
        throw new DamagedException(
            "its heading is not the one that " + read.digest(ID) + " stands for");
      }
      return heading;
    } catch (JenaException | IllegalArgumentException | DateTimeException bad) {
      throw new DamagedException("its heading cannot be read: " + bad.getMessage());
    }
  }

  /**
   * The terms of the lines. They are written in one way only, and compared with that once they are
   * read; so nothing else has to be understood, and a heading takes no general reader.
   */
  private static final class Lines {

    private final Map<String, String> values = new HashMap<>();
    private final Set<Node> created = new LinkedHashSet<>();
    private final Set<Node> dropped = new LinkedHashSet<>();

    void read(String line) {
      int field = line.indexOf(' ') + 1;
      int term = line.indexOf(' ', field) + 1;
      if (!line.startsWith("H ") || term == 0 || line.length() < term + END.length()) {
        throw new IllegalArgumentException("not a line of a heading");
      }
      read(
          line.substring(field, term - 1),
          value(line.substring(term, line.length() - END.length())));
    }

    private void read(String field, String value) {
      switch (field) {
        case CREATED -> created.add(NodeFactory.createURI(value));
        case DROPPED -> dropped.add(NodeFactory.createURI(value));
        default -> {
          if (values.put(field, value) != null) {
            throw new IllegalArgumentException("two lines for " + field);
          }
        }
      }
    }

    /** What stands between angle brackets or quotation marks, or a number. */
    private static String value(String term) {
      int end =
          switch (term.isEmpty() ? ' ' : term.charAt(0)) {
            case '<' -> term.lastIndexOf('>');
            case '"' -> term.lastIndexOf('"');
            default -> 0;
          };
      String inside = end < 1 ? term : term.substring(1, end);
      return inside.indexOf('\\') < 0 ? inside : EscapeStr.unescapeStr(inside);
    }

    Heading heading() {
      return new Heading(
          new Version(number(VERSION)),
          values.containsKey(PREVIOUS) ? Optional.of(digest(PREVIOUS)) : Optional.empty(),
          Instant.parse(text(TIME)),
          text(AUTHOR),
          text(MESSAGE),
          number(ADDED),
          number(DELETED),
          created,
          dropped,
          number(LENGTH),
          digest(CONTENT),
          receipt());
    }

    private Optional<Receipt> receipt() {
      return values.containsKey(KEY)
          ? Optional.of(new Receipt(digest(KEY), digest(REQUEST), text(ANSWER)))
          : Optional.empty();
    }

    private String text(String field) {
      String value = values.get(field);
      if (value == null) {
        throw new IllegalArgumentException("no line for " + field);
      }
      return value;
    }

    private long number(String field) {
      return Long.parseLong(text(field));
    }

    Sha256 digest(String field) {
      String iri = text(field);
      return Sha256.parse(iri)
          .orElseThrow(() -> new IllegalArgumentException("not a digest: " + iri));
    }
  }
}
