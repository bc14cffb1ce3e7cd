package org.dramatis.http.source;

import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claims;
import org.dramatis.entity.ReadText;
import org.dramatis.entity.SourceFacts;
import org.dramatis.entity.Texts;
import org.dramatis.http.page.Facets;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.Reader;
import org.dramatis.http.page.SourcesPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Namespaces;
import org.dramatis.query.problem.QueryFailedException;

/** All sources at {@code /sources}, and what each of them says behind that. */
public final class SourcesEndpoint extends VersionedPage {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = SourcesPage.PATH;

  private final transient Conflicts conflicts;
  private final transient Texts texts;

  /**
   * Answers with what these pages have in common.
   *
   * @param texts the texts of documents that are at hand
   */
  public SourcesEndpoint(Pages pages, Texts texts) {
    super(pages);
    this.conflicts = pages.conflicts();
    this.texts = texts;
  }

  @Override
  protected Set<String> parameters(String method) {
    return Stream.of(super.parameters(method), Facets.NAMES, List.of(Facets.DISPUTED))
        .flatMap(names -> names.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  String dependsOn() {
    return texts.tag();
  }

  @Override
  Page page(Made of) throws IOException, QueryFailedException, RequestRefusedException {
    Graph graph = of.dataset().getDefaultGraph();
    Claims claims = of.claims();
    String slug = of.path().substring(PATH.length()).replaceFirst("^/", "");
    if (slug.isEmpty()) {
      return SourcesPage.of(
          Conflicts.sources(of).stream()
              .map(source -> SourceFacts.of(graph, claims, source))
              .toList(),
          of.links());
    }
    Node source = NodeFactory.createURI(Namespaces.source(slug));
    List<Claim> said = claims.ofSource(source);
    if (said.isEmpty() && !Conflicts.sources(of).contains(source)) {
      throw new RequestRefusedException(
          HttpProblem.notFound(
                  "version %s of the data has no source <%s>"
                      .formatted(of.snapshot().version(), source.getURI()))
              .hinting("see " + PATH));
    }
    return new Reader(
            SourceFacts.of(graph, claims, source),
            said,
            wanted(of),
            of.parameters().flag(Facets.DISPUTED),
            conflicts.claims(of),
            (document, chosen) -> marked(of, document, chosen),
            of.links())
        .page();
  }

  private Optional<ReadText> marked(Made of, Node document, List<Claim> chosen) {
    return texts
        .find(of.dataset(), document)
        .map(text -> ReadText.of(of.dataset().getDefaultGraph(), text, chosen));
  }

  private static Map<String, String> wanted(Made of) throws RequestRefusedException {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : Facets.NAMES) {
      of.parameters()
          .one(name)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> wanted.put(name, value));
    }
    return wanted;
  }
}
