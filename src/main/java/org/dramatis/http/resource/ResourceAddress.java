package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.parameter.Versions;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;

/**
 * The address at which something is described: its IRI's own path on this server, with the name of
 * a format behind a dot if one is wanted.
 *
 * @param path the path without that name
 * @param extension the name of a format
 */
public record ResourceAddress(String path, Optional<String> extension) {

  private static final String HTML = "html";

  /** What a request asks for. */
  static ResourceAddress of(HttpServletRequest request) {
    return of(request.getRequestURI());
  }

  /** What stands at a path. */
  public static ResourceAddress of(String path) {
    int dot = path.lastIndexOf('.');
    String behind = dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
    return isFormat(behind)
        ? new ResourceAddress(path.substring(0, dot), Optional.of(behind))
        : new ResourceAddress(path, Optional.empty());
  }

  /** The names of all formats, without their dots. */
  public static List<String> extensions() {
    return Stream.concat(
            Stream.of(HTML),
            AnswerFormat.of(AnswerFormat.Kind.GRAPH).stream().map(AnswerFormat::key))
        .toList();
  }

  private static boolean isFormat(String name) {
    return name.equals(HTML)
        || AnswerFormat.named(name)
            .filter(format -> format.kind() == AnswerFormat.Kind.GRAPH)
            .isPresent();
  }

  /** What is described, whatever this server is called. */
  public Node thing() {
    return NodeFactory.createURI(Namespaces.named(path));
  }

  /** Links that stay in the version that was asked for by name. */
  public static LocalLinks links(AskedVersion version) {
    return switch (version.way()) {
      case AskedVersion.Way.Newest _ -> LocalLinks.NEWEST;
      case AskedVersion.Way.Named(var name) -> pinned(name.toString());
      case AskedVersion.Way.Dated _ -> pinned(version.version().toString());
    };
  }

  private static LocalLinks pinned(String version) {
    return new LocalLinks(
        "?" + Versions.PARAMETER + "=" + URLEncoder.encode(version, StandardCharsets.UTF_8));
  }

  /** The address in a format. */
  String in(String format, LocalLinks links) {
    return path + "." + format + links.query();
  }

  /** The address in a version, in the format that was asked for. */
  String at(Version version) {
    return path
        + extension.map(name -> "." + name).orElse("")
        + "?"
        + Versions.PARAMETER
        + "="
        + version;
  }

  /** The addresses as data, by the names of the formats. */
  Map<String, String> formats(LocalLinks links) {
    Map<String, String> formats = new LinkedHashMap<>();
    for (AnswerFormat format : AnswerFormat.of(AnswerFormat.Kind.GRAPH)) {
      formats.put(format.label(), in(format.key(), links));
    }
    return formats;
  }

  /** The values of {@code Link}: what it is the description of, and its other forms. */
  String relations(LocalLinks links) {
    StringBuilder relations =
        new StringBuilder("<%s>; rel=\"canonical\"".formatted(thing().getURI()));
    relations.append(link(in(AnswerFormat.TURTLE.key(), links), "describedby", "text/turtle"));
    for (AnswerFormat format : AnswerFormat.of(AnswerFormat.Kind.GRAPH)) {
      relations.append(link(in(format.key(), links), "alternate", format.mediaType()));
    }
    return relations.append(link(in(HTML, links), "alternate", "text/html")).toString();
  }

  private static String link(String target, String relation, String mediaType) {
    return ", <%s>; rel=\"%s\"; type=\"%s\"".formatted(target, relation, mediaType);
  }
}
