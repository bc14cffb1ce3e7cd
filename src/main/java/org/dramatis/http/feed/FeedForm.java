package org.dramatis.http.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** The ways in which changes are told; the one for those who have no wish first. */
enum FeedForm {
  /** The records of the log as they are. */
  PATCH("patch", "application/rdf-patch"),
  /** A version a line. */
  JSON_LINES("jsonl", "application/x-ndjson"),
  /** As they come, for as long as the client stays. */
  EVENTS("events", "text/event-stream"),
  /** The records as a text that every program shows. */
  TEXT("text", "text/plain"),
  /** For people. */
  PAGE("html", PageHeaders.HTML);

  private final String key;
  private final String mediaType;

  FeedForm(String key, String mediaType) {
    this.key = key;
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** With the charset where it would be guessed otherwise. */
  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
  }

  /** The form of a name, or else the one that is accepted most. */
  static FeedForm choose(Optional<String> name, String accept) throws RequestRefusedException {
    Optional<FeedForm> found =
        name.isPresent()
            ? Arrays.stream(values()).filter(form -> form.key.equals(name.get())).findFirst()
            : offers().choose(accept);
    return found.orElseThrow(() ->
        new RequestRefusedException(
            HttpProblem.notAcceptable(
                "changes come as %s; or by format=%s".formatted(offers().list(), keys()))));
  }

  private static Negotiation<FeedForm> offers() {
    return new Negotiation<>(
        List.of(values()).stream()
            .map(form -> new Negotiation.Offer<>(form, form.mediaType))
            .toList());
  }

  private static String keys() {
    return Arrays.stream(values()).map(form -> form.key).collect(Collectors.joining(", "));
  }
}
