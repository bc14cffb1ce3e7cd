package org.dramatis.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
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

  private HeadingText() {}

  /** All lines but the first. */
  static byte[] write(Heading heading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RDFChangesWriterText lines = RDFChangesWriterText.create(bytes)) {
      lines.header(VERSION, number(heading.version().number()));
      heading.previous().ifPresent(previous -> lines.header(PREVIOUS, digest(previous)));
      lines.header(
          TIME, NodeFactory.createLiteralDT(heading.time().toString(), XSDDatatype.XSDdateTime));
      lines.header(AUTHOR, NodeFactory.createLiteralString(heading.author()));
      lines.header(MESSAGE, NodeFactory.createLiteralString(heading.message()));
      lines.header(ADDED, number(heading.added()));
      lines.header(DELETED, number(heading.deleted()));
      heading.created().forEach(graph -> lines.header(CREATED, graph));
      heading.dropped().forEach(graph -> lines.header(DROPPED, graph));
      lines.header(LENGTH, number(heading.length()));
      lines.header(CONTENT, digest(heading.content()));
      heading.receipt().ifPresent(receipt -> write(receipt, lines));
    }
    return bytes.toByteArray();
  }

  private static void write(Receipt receipt, RDFChangesWriterText lines) {
    lines.header(KEY, digest(receipt.key()));
    lines.header(REQUEST, digest(receipt.request()));
    lines.header(ANSWER, NodeFactory.createLiteralString(receipt.answer()));
  }

  /** All lines, the first of which gives the identity that follows from the others. */
  static byte[] whole(Heading heading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RDFChangesWriterText lines = RDFChangesWriterText.create(bytes)) {
      lines.header(ID, digest(heading.id()));
    }
    bytes.writeBytes(write(heading));
    return bytes.toByteArray();
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node digest(Sha256 digest) {
    return NodeFactory.createURI(digest.toString());
  }

  /**
   * Reads all lines, the first among them.
   *
   * @throws DamagedException if they are not a heading, or not the one that the first line names
   */
  static Heading read(byte[] lines) throws DamagedException {
    Lines read = new Lines();
    try {
      new RDFPatchReaderText(new ByteArrayInputStream(lines)).apply(read);
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

  private static final class Lines extends RDFChangesBase {

    private final Map<String, Node> values = new HashMap<>();
    private final Set<Node> created = new LinkedHashSet<>();
    private final Set<Node> dropped = new LinkedHashSet<>();

    @Override
    public void header(String field, Node value) {
      switch (field) {
        case CREATED -> created.add(value);
        case DROPPED -> dropped.add(value);
        default -> {
          if (values.put(field, value) != null) {
            throw new IllegalArgumentException("two lines for " + field);
          }
        }
      }
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

    private Node value(String field) {
      Node value = values.get(field);
      if (value == null) {
        throw new IllegalArgumentException("no line for " + field);
      }
      return value;
    }

    private String text(String field) {
      return value(field).getLiteralLexicalForm();
    }

    private long number(String field) {
      return Long.parseLong(text(field));
    }

    Sha256 digest(String field) {
      String iri = value(field).getURI();
      return Sha256.parse(iri)
          .orElseThrow(() -> new IllegalArgumentException("not a digest: " + iri));
    }
  }
}
