package org.dramatis.http.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.feed.MemberPage;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** The ways in which changes are told; the one for those who have no wish first. */
public enum FeedForm {
  /** The records of the log as they are. */
  PATCH("patch", "application/rdf-patch"),
  /** A version a line. */
  JSON_LINES("jsonl", "application/x-ndjson"),
  /** As they come, for as long as the client stays. */
  EVENTS("events", "text/event-stream"),
  /** The records as a text that every program shows. */
  TEXT("text", "text/plain"),
  /** What became of each entity, as an event stream. */
  TURTLE("ttl", "text/turtle", MemberPage.Syntax.TURTLE),
  /** The same. */
  JSON_LD("jsonld", "application/ld+json", MemberPage.Syntax.JSONLD),
  /** The same. */
  NTRIPLES("nt", "application/n-triples", MemberPage.Syntax.NTRIPLES),
  /** For people. */
  PAGE("html", PageHeaders.HTML);

  private final String key;
  private final String mediaType;
  private final Optional<MemberPage.Syntax> members;

  FeedForm(String key, String mediaType) {
    this(key, mediaType, Optional.empty());
  }

  FeedForm(String key, String mediaType, MemberPage.Syntax members) {
    this(key, mediaType, Optional.of(members));
  }

  FeedForm(String key, String mediaType, Optional<MemberPage.Syntax> members) {
    this.key = key;
    this.mediaType = mediaType;
    this.members = members;
  }

  /** The short name. */
  public String key() {
    return key;
  }

  /** How entities are written, if their versions are told and not the records of the log. */
  Optional<MemberPage.Syntax> members() {
    return members;
  }

  /** The media type, without parameters. */
  public String mediaType() {
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
