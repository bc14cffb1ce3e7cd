package org.dramatis.feed;

import java.util.Collection;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Entry;
import org.dramatis.log.Heading;

/**
 * A version as one line of JSON. Its statements are lines of N-Quads, in RDF 1.2; those of a large
 * version are not in the line, which then says so and says where they are.
 *
 * @param most how many bytes the statements of a version may take in the log to be in the line
 */
public record JsonLine(long most) {

  /** The line of a version, without the end of the line. */
  public String of(Entry entry) {
    Heading heading = entry.heading();
    JsonObject line = new JsonObject();
    line.put("version", heading.version().number());
    line.put("id", heading.id().toString());
    heading.previous().ifPresent(previous -> line.put("previous", previous.toString()));
    line.put("time", heading.time().toString());
    line.put("author", heading.author());
    line.put("message", heading.message());
    JsonObject statements = new JsonObject();
    statements.put("added", heading.added());
    statements.put("deleted", heading.deleted());
    line.put("statements", statements);
    line.put("patch", patch(heading));
    boolean whole = heading.length() <= most;
    line.put("complete", whole);
    if (whole) {
      line.put("deleted", quads(entry.change().deleted()::forEach));
      line.put("added", quads(entry.change().added()::forEach));
    }
    if (!heading.created().isEmpty()) {
      line.put("created", names(heading.created()));
    }
    if (!heading.dropped().isEmpty()) {
      line.put("dropped", names(heading.dropped()));
    }
    return JSON.toStringFlat(line);
  }

  /** Where a version stands alone, with all of its statements. */
  private static String patch(Heading heading) {
    return "/changes?since=%d&limit=1&format=patch".formatted(heading.version().number() - 1);
  }

  private static JsonArray quads(Consumer<Consumer<Quad>> quads) {
    JsonArray lines = new JsonArray();
    quads.accept(quad -> lines.add(new JsonString(nquad(quad))));
    return lines;
  }

  private static JsonArray names(Collection<Node> graphs) {
    JsonArray names = new JsonArray();
    graphs.stream().map(Node::getURI).sorted().forEach(name -> names.add(new JsonString(name)));
    return names;
  }

  /** A statement as a line of N-Quads, without the end of the line. */
  static String nquad(Quad quad) {
    String triple =
        NodeFmtLib.strNT(quad.getSubject())
            + ' '
            + NodeFmtLib.strNT(quad.getPredicate())
            + ' '
            + NodeFmtLib.strNT(quad.getObject());
    return quad.isDefaultGraph()
        ? triple + " ."
        : triple + ' ' + NodeFmtLib.strNT(quad.getGraph()) + " .";
  }
}
