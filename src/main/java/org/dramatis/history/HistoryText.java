package org.dramatis.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.model.Version;

/** Versions, releases and traces as JSON and as CSV. */
public final class HistoryText {

  private static final String END = "\r\n";

  private HistoryText() {}

  /**
   * A page of the list of versions.
   *
   * @param newest the newest version that there is
   * @param next where older ones are found
   */
  public static String json(List<VersionLine> lines, Version newest, Optional<String> next) {
    JsonBuilder json = JsonBuilder.create().startObject().pair("newest", newest.number());
    json.key("versions").startArray();
    for (VersionLine line : lines) {
      json.startObject();
      pairs(line, json);
      json.finishObject();
    }
    json.finishArray();
    next.ifPresent(address -> json.pair("next", address));
    return json.finishObject().build() + "\n";
  }

  /** One version. */
  public static String json(VersionLine line) {
    JsonBuilder json = JsonBuilder.create().startObject();
    pairs(line, json);
    return json.finishObject().build() + "\n";
  }

  private static void pairs(VersionLine line, JsonBuilder json) {
    json.pair("version", line.version().number())
        .pair("id", line.id().toString())
        .pair("time", line.time().toString())
        .pair("author", line.author())
        .pair("message", line.message())
        .pair("added", line.added())
        .pair("deleted", line.deleted());
    json.key("releases").startArray();
    line.releases().forEach(json::value);
    json.finishArray();
  }

  /** What became of some statements. */
  public static String json(Trace trace, Version newest) {
    JsonBuilder json =
        JsonBuilder.create()
            .startObject()
            .pair("newest", newest.number())
            .pair("statements", trace.there());
    if (trace.there() > 0) {
      json.pair("since", trace.since().number());
    }
    json.key("steps").startArray();
    for (Trace.Step step : trace.steps()) {
      json.startObject();
      pairs(step.line(), json);
      json.pair("soughtAdded", step.added())
          .pair("soughtDeleted", step.deleted())
          .pair("there", step.there())
          .finishObject();
    }
    return json.finishArray().finishObject().build() + "\n";
  }

  /** Some releases. */
  public static String jsonOfReleases(List<Release> releases) {
    JsonBuilder json = JsonBuilder.create().startObject().key("releases").startArray();
    for (Release release : releases) {
      json.startObject();
      pairs(release, json);
      json.finishObject();
    }
    return json.finishArray().finishObject().build() + "\n";
  }

  /** One release. */
  public static String json(Release release) {
    JsonBuilder json = JsonBuilder.create().startObject();
    pairs(release, json);
    return json.finishObject().build() + "\n";
  }

  private static void pairs(Release release, JsonBuilder json) {
    json.pair("release", release.name())
        .pair("version", release.version().number())
        .pair("id", release.id().toString())
        .pair("issued", release.issued().toString())
        .pair("by", release.by());
    release.why().ifPresent(why -> json.pair("message", why));
  }

  /** Some versions as CSV (RFC 4180). */
  public static String csv(List<VersionLine> lines) {
    return Stream.concat(
            Stream.of("version,id,time,author,message,added,deleted,releases"),
            lines.stream().map(line -> String.join(",", cells(line))))
        .collect(Collectors.joining(END, "", END));
  }

  /** What became of some statements, as CSV. */
  public static String csv(Trace trace) {
    return Stream.concat(
            Stream.of(
                "version,id,time,author,message,added,deleted,releases,soughtAdded,soughtDeleted,"
                    + "there"),
            trace.steps().stream()
                .map(step ->
                    "%s,%d,%d,%d"
                        .formatted(
                            String.join(",", cells(step.line())),
                            step.added(),
                            step.deleted(),
                            step.there())))
        .collect(Collectors.joining(END, "", END));
  }

  private static List<String> cells(VersionLine line) {
    return Stream.of(
            line.version().toString(),
            line.id().toString(),
            line.time().toString(),
            line.author(),
            line.message(),
            Long.toString(line.added()),
            Long.toString(line.deleted()),
            String.join(" ", line.releases()))
        .map(HistoryText::quoted)
        .toList();
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  /** Some versions as lines for a person, with tabs in between. */
  public static String lines(List<VersionLine> lines) {
    return lines.stream()
        .map(line ->
            "%s\t%s\t%s\t+%d\t-%d\t%s\t%s\n"
                .formatted(
                    line.version(),
                    line.time(),
                    line.author(),
                    line.added(),
                    line.deleted(),
                    line.message(),
                    String.join(" ", line.releases())))
        .collect(Collectors.joining());
  }

  /** What became of some statements, as lines for a person. */
  public static String lines(Trace trace) {
    return trace.steps().stream()
        .map(step ->
            "%s\t%s\t%s\t+%d\t-%d\t%s\n"
                .formatted(
                    step.line().version(),
                    step.line().time(),
                    step.line().author(),
                    step.added(),
                    step.deleted(),
                    step.line().message()))
        .collect(Collectors.joining());
  }
}
