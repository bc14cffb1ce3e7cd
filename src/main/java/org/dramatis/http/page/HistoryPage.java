package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.history.Sought;
import org.dramatis.history.Trace;
import org.dramatis.history.VersionLine;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;

/** Versions of the data as pages. */
public final class HistoryPage {

  private static final String HEADS =
      "<th scope=\"col\">version</th><th scope=\"col\">time</th><th scope=\"col\">author</th>"
          + "<th scope=\"col\">message</th><th scope=\"col\">added</th>"
          + "<th scope=\"col\">deleted</th>";

  private static final String END = "</tbody>\n</table></div>\n";

  private static final String SEARCH =
      """
      <h2>The history of one thing</h2>
      <form class="search" action="/history" method="get">
      <label for="about">IRI of an entity, a claim or anything else</label>
      <input id="about" name="about" type="text" required>
      <button>Show</button>
      </form>
      """;

  private HistoryPage() {}

  /** Part of the list of all versions. */
  public static String list(List<VersionLine> lines, Optional<String> next) {
    StringBuilder page = new StringBuilder(Frame.open("Versions"));
    page.append(
        """
        <h1>Versions</h1>
        <p>Every change of the data makes a version, and every version can be asked again:
        put <code>version=7</code> behind a query, or send the header <code>Accept-Datetime</code>.
        Some versions have <a href="/releases">a name</a>.</p>
        """);
    table(HEADS + "<th scope=\"col\">releases</th>", page);
    for (VersionLine line : lines) {
      page.append("<tr>");
      cells(line, line.added(), line.deleted(), page);
      page.append("<td>").append(releases(line)).append("</td></tr>\n");
    }
    page.append(END);
    next.ifPresent(address ->
        page.append("<p>").append(Html.link(address, "Older versions")).append("</p>\n"));
    return page.append(SEARCH).append(Frame.close()).toString();
  }

  /** One version. */
  public static String one(VersionLine line, Version newest) {
    Version version = line.version();
    String title = "Version " + version;
    StringBuilder page =
        new StringBuilder(Frame.open(title)).append("<h1>").append(title).append("</h1>\n<dl>\n");
    entry("Identity", "<code>" + Html.escape(line.id().toString()) + "</code>", page);
    entry("Time", Html.escape(line.time().toString()), page);
    entry("Author", Html.escape(line.author()), page);
    entry("Message", Html.escape(line.message()), page);
    entry("Statements added", Long.toString(line.added()), page);
    entry("Statements deleted", Long.toString(line.deleted()), page);
    entry("Releases", line.releases().isEmpty() ? "none" : releases(line), page);
    page.append("</dl>\n<p>")
        .append(Html.link(diff(version.number() - 1, version.number()), "What it changed"));
    if (!version.equals(newest)) {
      page.append(" · ")
          .append(
              Html.link(
                  diff(version.number(), newest.number()), "What has changed since, up to now"));
    }
    page.append("</p>\n<p>");
    if (version.number() > 1) {
      page.append(Html.link("/history/" + (version.number() - 1), "The version before"))
          .append(" · ");
    }
    if (version.compareTo(newest) < 0) {
      page.append(Html.link("/history/" + version.next(), "The version after")).append(" · ");
    }
    return page.append(Html.link("/history", "All versions"))
        .append("</p>\n")
        .append(Frame.close())
        .toString();
  }

  /** What became of some statements. */
  public static String trace(Sought sought, Trace trace) {
    String title = "History of " + shown(sought);
    StringBuilder page = new StringBuilder(Frame.open(title));
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n<p>");
    page.append(summary(trace)).append("</p>\n");
    table(HEADS + "<th scope=\"col\">there since</th>", page);
    for (Trace.Step step : trace.steps()) {
      page.append("<tr>");
      cells(step.line(), step.added(), step.deleted(), page);
      page.append("<td>").append(step.there()).append("</td></tr>\n");
    }
    return page.append(END).append(SEARCH).append(Frame.close()).toString();
  }

  private static String summary(Trace trace) {
    if (trace.steps().isEmpty()) {
      return "No version has ever said anything of it.";
    }
    if (trace.there() == 0) {
      return "Nothing says it any more since version %s."
          .formatted(link(trace.steps().getLast().line().version()));
    }
    return "It is there since version %s, with %d %s now."
        .formatted(
            link(trace.since()), trace.there(), trace.there() == 1 ? "statement" : "statements");
  }

  private static String shown(Sought sought) {
    return switch (sought) {
      case Sought.About about -> Terms.show(about.term());
      case Sought.Statement statement ->
          List.of(statement.subject(), statement.predicate(), statement.object()).stream()
                  .map(term -> term.map(Terms::show).orElse("?"))
                  .collect(Collectors.joining(" "))
              + statement.graph().map(graph -> " in " + Terms.show(graph)).orElse("");
    };
  }

  private static void table(String heads, StringBuilder page) {
    page.append(
            "<div class=\"wide\" role=\"region\" aria-label=\"Versions\" tabindex=\"0\"><table>\n")
        .append("<thead><tr>")
        .append(heads)
        .append("</tr></thead>\n<tbody>\n");
  }

  private static void cells(VersionLine line, long added, long deleted, StringBuilder page) {
    page.append("<th scope=\"row\">").append(link(line.version())).append("</th>");
    page.append("<td>").append(Html.escape(line.time().toString())).append("</td>");
    page.append("<td>").append(Html.escape(line.author())).append("</td>");
    page.append("<td>").append(Html.escape(line.message())).append("</td>");
    page.append("<td>")
        .append(Html.link(diff(line.version().number() - 1, line.version().number()), "+" + added))
        .append("</td><td>")
        .append(
            Html.link(diff(line.version().number() - 1, line.version().number()), "−" + deleted))
        .append("</td>");
  }

  private static void entry(String name, String html, StringBuilder page) {
    page.append("<dt>").append(name).append("</dt><dd>").append(html).append("</dd>\n");
  }

  private static String link(Version version) {
    return Html.link("/history/" + version, version.toString());
  }

  private static String diff(long from, long to) {
    return "/diff?from=" + from + "&to=" + to;
  }

  private static String releases(VersionLine line) {
    return line.releases().stream()
        .map(name -> Html.link("/releases/" + name, name))
        .collect(Collectors.joining(" "));
  }
}
