package org.dramatis.http.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dramatis.query.catalogue.Choices;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/** A published query as a page: what it asks, what it can be given, how it is written. */
public final class QueryPage {

  private QueryPage() {}

  /**
   * The page of a query.
   *
   * @param offered values that its parameters may be given, by their names
   * @param cites whether it can be cited from here
   */
  public static String write(PublishedQuery query, Map<String, List<Node>> offered, boolean cites) {
    StringBuilder page = new StringBuilder(Frame.open(query.title()));
    page.append("<h1>").append(Html.escape(query.title())).append("</h1>\n");
    page.append("<p>").append(Html.escape(query.description())).append("</p>\n");
    page.append(form(query, offered));
    if (cites && query.unaided().isPresent()) {
      page.append(CiteForm.published(query.path()).html("Cite its answer"));
    }
    page.append("<h2>Query</h2>\n<pre tabindex=\"0\">");
    page.append(Html.escape(query.text())).append("</pre>\n");
    page.append("<h2>From a program</h2>\n<pre tabindex=\"0\">")
        .append(Html.escape(command(query)))
        .append("</pre>\n");
    page.append("<p>").append(Html.link("/queries", "All published questions")).append("</p>\n");
    return page.append(Frame.close()).toString();
  }

  private static String form(PublishedQuery query, Map<String, List<Node>> offered) {
    StringBuilder form = new StringBuilder();
    String method = query.methods().getFirst().toLowerCase(Locale.ROOT);
    form.append(
        "<form class=\"values\" action=\"%s\" method=\"%s\">%n"
            .formatted(Html.escape(address(query)), method));
    for (Parameter parameter : query.parameters()) {
      form.append(field(parameter, offered.getOrDefault(parameter.name(), List.of())));
    }
    return form.append(
            """
            <input type="hidden" name="format" value="html">
            <p><button type="submit">Ask it</button></p>
            </form>
            """)
        .toString();
  }

  private static String field(Parameter parameter, List<Node> offered) {
    String name = Html.escape(parameter.name());
    String value = parameter.defaultValue().map(Parameter::written).map(Html::escape).orElse("");
    String label =
        "<p><label for=\"v-%s\">%s <small>%s</small></label>%n"
            .formatted(name, name, Html.escape(parameter.type().label()));
    if (parameter.choices() instanceof Choices.Listed(List<Node> values)) {
      return label + select(parameter, name, values) + "</p>\n";
    }
    return label
        + "<input id=\"v-%s\" name=\"%s\" value=\"%s\" placeholder=\"%s\"%s%s></p>%n%s"
            .formatted(
                name,
                name,
                value,
                Html.escape(parameter.type().example()),
                parameter.required() ? " required" : "",
                offered.isEmpty() ? "" : " list=\"l-%s\"".formatted(name),
                offered.isEmpty() ? "" : list(name, offered));
  }

  private static String select(Parameter parameter, String name, List<Node> values) {
    StringBuilder select =
        new StringBuilder("<select id=\"v-%s\" name=\"%s\">%n".formatted(name, name));
    if (!parameter.required()) {
      select.append("<option value=\"\"></option>\n");
    }
    for (Node value : values) {
      boolean chosen = parameter.defaultValue().filter(value::equals).isPresent();
      select.append(
          "<option%s>%s</option>%n"
              .formatted(chosen ? " selected" : "", Html.escape(Parameter.written(value))));
    }
    return select.append("</select>").toString();
  }

  private static String list(String name, List<Node> values) {
    return values.stream()
        .map(value -> "<option value=\"%s\">%n".formatted(Html.escape(Parameter.written(value))))
        .collect(
            Collectors.joining("", "<datalist id=\"l-%s\">\n".formatted(name), "</datalist>\n"));
  }

  /** How the same is asked in a terminal, on the machine of the server. */
  private static String command(PublishedQuery query) {
    boolean gets = query.methods().contains("GET");
    StringBuilder command = new StringBuilder(gets ? "curl -G" : "curl");
    command.append(" http://localhost:3030").append(address(query));
    for (Parameter parameter : query.parameters()) {
      command.append(
          " \\\n  --data-urlencode '%s=%s'"
              .formatted(parameter.name(), parameter.example().replace("'", "'\\''")));
    }
    boolean posts = !gets && query.parameters().isEmpty();
    return command.append(posts ? " -d ''" : "").append('\n').toString();
  }

  private static String address(PublishedQuery query) {
    return "/queries/" + query.path();
  }
}
