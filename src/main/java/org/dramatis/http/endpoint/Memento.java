package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.http.refusal.ProblemAnswer;
import org.dramatis.model.Version;
import org.dramatis.store.Outline;

/**
 * What an answer says of the other versions of itself, in the words of RFC 7089.
 *
 * @param asked the version that the answer is from
 * @param address what was asked
 */
public record Memento(AskedVersion asked, TimedAddress address) {

  /** By which the client names a time. */
  public static final String ACCEPT_DATETIME = "Accept-Datetime";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A time as headers have it. */
  public static String date(Instant time) {
    return HTTP_DATE.format(time);
  }

  /** The last moment of the second that a header names; empty if it names none. */
  public static Optional<Instant> parse(String date) {
    try {
      return Optional.of(
          Instant.from(HTTP_DATE.parse(date.strip()))
              .plus(1, ChronoUnit.SECONDS)
              .minus(1, ChronoUnit.NANOS));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  void tell(HttpServletResponse response) {
    switch (asked.way()) {
      case AskedVersion.Way.Newest _ -> {
        vary(response);
        response.addHeader("Link", String.join(", ", links(address)));
      }
      case AskedVersion.Way.Named _ -> describe(response);
      case AskedVersion.Way.Dated _ -> {
        vary(response);
        response.setHeader("Content-Location", address.memento(asked.version()));
        describe(response);
      }
    }
  }

  private static void vary(HttpServletResponse response) {
    response.setHeader("Vary", ProblemAnswer.VARY + ", " + ACCEPT_DATETIME);
  }

  /** Before the first version there is nothing that has a time. */
  private void describe(HttpServletResponse response) {
    Outline outline = outline();
    Optional<Instant> time = outline.time(asked.version());
    List<String> links = new ArrayList<>();
    links.add(link(address.original(), "original"));
    links.addAll(links(address));
    if (time.isPresent()) {
      response.setHeader("Memento-Datetime", date(time.get()));
      links.addAll(around(asked.version(), outline));
    }
    response.addHeader("Link", String.join(", ", links));
  }

  /** Links from a TimeGate to what it is of, and to the list of all versions. */
  public static String places(TimedAddress address) {
    return link(address.original(), "original") + ", " + String.join(", ", links(address));
  }

  private static List<String> links(TimedAddress address) {
    return List.of(
        link(address.timeGate(), "timegate"),
        link(address.timeMap(), "timemap") + "; type=\"application/link-format\"");
  }

  /** The version itself and its neighbours; one that is several of them is linked once. */
  private List<String> around(Version version, Outline outline) {
    long last = asked.versions().history().store().version().number();
    List<String> links = new ArrayList<>();
    List<Long> numbers =
        List.of(1L, version.number() - 1, version.number(), version.number() + 1, last);
    numbers.stream()
        .distinct()
        .filter(number -> number >= 1 && number <= last)
        .forEach(number ->
            outline
                .time(new Version(number))
                .ifPresent(time ->
                    links.add(link(new Version(number), time, relations(number, version, last)))));
    return links;
  }

  private static String relations(long number, Version version, long last) {
    return (number == 1 ? "first " : "")
        + (number == last ? "last " : "")
        + (number == version.number() - 1 ? "prev " : "")
        + (number == version.number() + 1 ? "next " : "")
        + "memento";
  }

  private String link(Version version, Instant time, String relations) {
    return link(address.memento(version), relations) + "; datetime=\"" + date(time) + "\"";
  }

  private static String link(String target, String relation) {
    return "<" + target + ">; rel=\"" + relation + "\"";
  }

  private Outline outline() {
    return asked.versions().history().outline();
  }
}
