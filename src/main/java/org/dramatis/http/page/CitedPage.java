package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Reference;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;

/** A cited query, or its answer from one version, as a page. */
public final class CitedPage {

  private CitedPage() {}

  /** The page of a query. */
  public static String write(CitedQuery query, Optional<String> published, Version newest) {
    String title = published.orElse("A cited query");
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>%s</h1>%n".formatted(Html.escape(title)));
    page.append(
        "<p>First cited %s. %s</p>%n"
            .formatted(query.cited(), Html.link(query.path() + ".html", "Ask it now")));
    writeNote(query, page);
    page.append(
        """
        <h2>Cited answers</h2>
        <div class="wide" role="region" aria-label="Answers" tabindex="0"><table>
        <thead><tr><th scope="col">version</th><th scope="col">of</th><th scope="col">rows</th>\
        <th scope="col">cited</th></tr></thead>
        <tbody>
        """);
    for (Pin pin : query.pins().values()) {
      page.append(
          "<tr><td>%s</td><td>%s</td><td class=\"number\">%,d</td><td>%s</td></tr>%n"
              .formatted(
                  Html.link(query.path(pin.version()), pin.version().toString()),
                  pin.time(),
                  pin.rows(),
                  pin.cited().map(Object::toString).orElse("")));
    }
    page.append("</tbody>\n</table></div>\n");
    if (query.pin(newest).isEmpty()) {
      page.append(cite(query, newest));
    }
    writeTexts(query, page);
    return page.append(Frame.close()).toString();
  }

  /** The page of an answer. */
  public static String write(CitedQuery query, Pin pin, Reference reference) {
    StringBuilder page = new StringBuilder(Frame.open(reference.title()));
    String path = query.path(pin.version());
    page.append("<h1>%s</h1>%n".formatted(Html.escape(reference.title())));
    page.append("<p class=\"reference\">%s</p>%n".formatted(Html.escape(reference.text())));
    page.append(
        "<p>The same as: %s</p>%n"
            .formatted(
                Stream.of(Reference.Style.values())
                    .map(style -> Html.link(path + "." + style.extension(), style.key()))
                    .collect(Collectors.joining(" · "))));
    if (pin.cited().isEmpty()) {
      page.append("<p>Nobody has cited this answer yet.</p>\n").append(cite(query, pin.version()));
    }
    writeNote(query, page);
    page.append(
        "<h2>Answer</h2>%n<p>%s. As data: %s</p>%n"
            .formatted(
                Html.link(path + ".html", pin.rows() == 1 ? "1 row" : pin.rows() + " rows"),
                AnswerFormat.of(query.kind()).stream()
                    .map(format -> Html.link(path + "." + format.key(), format.label()))
                    .collect(Collectors.joining(" · "))));
    writeFacts(query, pin, page);
    page.append(
        """
        <h2>Run it again</h2>
        <form action="%s/compare" method="get">
        <p><label for="with">Compare this answer with that of version</label>
        <input id="with" name="with" placeholder="the newest"> <button type="submit">Compare</button></p>
        </form>
        """
            .formatted(path));
    writeTexts(query, page);
    return page.append(Frame.close()).toString();
  }

  private static void writeFacts(CitedQuery query, Pin pin, StringBuilder page) {
    page.append("<h2>What it is recognized by</h2>\n");
    page.append(
        "<div class=\"wide\" role=\"region\" aria-label=\"Facts\" tabindex=\"0\"><table>\n");
    for (List<String> fact :
        List.of(
            List.of("version", "%s, committed %s".formatted(pin.version(), pin.time())),
            List.of("identity of the version", pin.id().toString()),
            List.of("hash of the answer", pin.result().toString()),
            List.of("hash of the query", query.hash().toString()),
            List.of("cited", pin.cited().map(Object::toString).orElse("not yet")))) {
      page.append(
          "<tr><th scope=\"row\">%s</th><td><code>%s</code></td></tr>%n"
              .formatted(Html.escape(fact.getFirst()), Html.escape(fact.getLast())));
    }
    page.append("</table></div>\n");
  }

  private static void writeNote(CitedQuery query, StringBuilder page) {
    query
        .note()
        .ifPresent(
            note -> page.append("<p><strong>%s.</strong></p>%n".formatted(Html.escape(note))));
  }

  private static String cite(CitedQuery query, Version version) {
    return CiteForm.of(query.normal(), List.of(), List.of(), version.toString())
        .html("Cite the answer from version " + version);
  }

  private static void writeTexts(CitedQuery query, StringBuilder page) {
    page.append("<h2>Query as it was sent</h2>\n<pre tabindex=\"0\">");
    page.append(Html.escape(query.text())).append("</pre>\n");
    query
        .published()
        .ifPresent(path ->
            page.append(
                "<p>It is %s.</p>%n"
                    .formatted(Html.link("/queries/" + path, "a published question"))));
    page.append("<h2>Query as it is asked</h2>\n<pre tabindex=\"0\">");
    page.append(Html.escape(query.normal())).append("</pre>\n");
    page.append("<p>All about %s.</p>%n".formatted(Html.link(query.path(), "this query")));
  }
}
