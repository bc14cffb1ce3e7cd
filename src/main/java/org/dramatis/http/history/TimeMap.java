package org.dramatis.http.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.endpoint.Memento;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.model.Version;
import org.dramatis.store.Outline;

/**
 * One page of the list of all versions of an address.
 *
 * @param original the address
 * @param outline when each version was made
 * @param from the first version in which there was something
 * @param newest the last version
 * @param page which page, counted from 1
 */
record TimeMap(TimedAddress original, Outline outline, Version from, Version newest, int page) {

  /** The media type of links (RFC 6690). */
  static final String LINK_FORMAT = "application/link-format";

  private static final int ON_A_PAGE = 1000;

  /** How many pages there are. */
  long pages() {
    return Math.max(1, (newest.number() - from.number() + ON_A_PAGE) / ON_A_PAGE);
  }

  private long first(long ofPage) {
    return (ofPage - 1) * ON_A_PAGE + from.number();
  }

  private long last(long ofPage) {
    return Math.min(newest.number(), ofPage * ON_A_PAGE + from.number() - 1);
  }

  private Instant time(long number) {
    return outline.time(new Version(number)).orElseThrow();
  }

  private String at(String form, long ofPage) {
    return TimedAddress.TIME_MAP
        + "/"
        + form
        + (ofPage == 1 ? "" : "/" + ofPage)
        + original.original();
  }

  private LongStream versions() {
    return LongStream.rangeClosed(first(page), last(page));
  }

  /** The page as links. */
  String links() {
    List<String> links = new ArrayList<>();
    links.add("<%s>;rel=\"original\"".formatted(original.original()));
    links.add("<%s>;rel=\"timegate\"".formatted(original.timeGate()));
    links.add(map("self", page));
    LongStream.rangeClosed(1, pages())
        .filter(other -> other != page)
        .mapToObj(other -> map("timemap", other))
        .forEach(links::add);
    versions()
        .mapToObj(number ->
            "<%s>;rel=\"%smemento\";datetime=\"%s\""
                .formatted(
                    original.memento(new Version(number)),
                    (number == from.number() ? "first " : "")
                        + (number == newest.number() ? "last " : ""),
                    Memento.date(time(number))))
        .forEach(links::add);
    return String.join(",\n", links) + "\n";
  }

  private String map(String relation, long ofPage) {
    String link =
        "<%s>;rel=\"%s\";type=\"%s\"".formatted(at("link", ofPage), relation, LINK_FORMAT);
    return newest.equals(Version.NONE)
        ? link
        : link
            + ";from=\"%s\";until=\"%s\""
                .formatted(Memento.date(time(first(ofPage))), Memento.date(time(last(ofPage))));
  }

  /** The page as JSON, with the names that other lists of this kind have. */
  String json() {
    JsonBuilder json =
        JsonBuilder.create()
            .startObject()
            .pair("original_uri", original.original())
            .pair("self", at("json", page))
            .pair("timegate_uri", original.timeGate());
    json.key("timemap_uri")
        .startObject()
        .pair("link_format", at("link", page))
        .pair("json_format", at("json", page))
        .finishObject();
    json.key("pages").startArray();
    LongStream.rangeClosed(1, pages()).forEach(other -> json.value(at("json", other)));
    json.finishArray();
    json.key("mementos").startObject();
    if (!newest.equals(Version.NONE)) {
      json.key("first");
      memento(from.number(), json);
      json.key("last");
      memento(newest.number(), json);
    }
    json.key("list").startArray();
    versions().forEach(number -> memento(number, json));
    return json.finishArray().finishObject().finishObject().build() + "\n";
  }

  private void memento(long number, JsonBuilder json) {
    json.startObject()
        .pair("version", number)
        .pair("datetime", time(number).toString())
        .pair("uri", original.memento(new Version(number)))
        .finishObject();
  }
}
