package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Reference;
import org.dramatis.query.answer.AnswerFormat;

/** The answer to a cited query from one version as a page. */
public record CitedAnswerPage(CitedQuery query, Pin pin, Reference reference) implements Page {

  /** Something by which the answer is recognized. */
  public record Fact(String name, String value) {}

  @Override
  public String title() {
    return reference.title();
  }

  private String path() {
    return query.path(pin.version());
  }

  /** The reference in the styles of the trade. */
  public List<Link> styles() {
    return Stream.of(Reference.Style.values())
        .map(style -> new Link(path() + "." + style.extension(), style.key()))
        .toList();
  }

  /** A button that cites it, unless somebody did. */
  public Optional<CiteForm> cite() {
    return pin.cited().isEmpty()
        ? Optional.of(CitedQueryPage.cite(query, pin.version()))
        : Optional.empty();
  }

  /** The answer as a page. */
  public Link answer() {
    return new Link(path() + ".html", Words.count(pin.rows(), "row", "rows"));
  }

  /** The answer as data. */
  public List<Link> formats() {
    return AnswerFormat.of(query.kind()).stream()
        .map(format -> new Link(path() + "." + format.key(), format.label()))
        .toList();
  }

  /** What the answer is recognized by. */
  public List<Fact> facts() {
    return List.of(
        new Fact("version", "%s, committed %s".formatted(pin.version(), pin.time())),
        new Fact("identity of the version", pin.id().toString()),
        new Fact("hash of the answer", pin.result().toString()),
        new Fact("hash of the query", query.hash().toString()),
        new Fact("cited", pin.cited().map(Object::toString).orElse("not yet")));
  }

  /** Where it is compared with another. */
  public String comparison() {
    return path() + "/compare";
  }
}
