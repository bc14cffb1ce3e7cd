package org.dramatis.http.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.feed.Feed;
import org.dramatis.feed.MemberPage;
import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.ChangesPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.log.Heading;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.problem.QueryFailedException;

/** What changed since a version, in pages. */
public final class ChangesEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it answers. */
  public static final String PATH = "/changes";

  private static final String SINCE = "since";
  private static final String LAST_EVENT = "Last-Event-ID";
  private static final String LIMIT = "limit";
  private static final long MOST = 1000;

  /** All that may be said there. */
  public static final Set<String> PARAMETERS = Set.of(SINCE, LIMIT, "format");

  /** What became of entities is seen in the versions themselves, each of which is opened. */
  private static final long MOST_OPENED = 100;

  private final transient Readers readers;
  private final transient Feed feed;
  private final transient Followers followers;
  private final transient Path scratch;

  /**
   * Tells of all versions, and those who follow of new ones.
   *
   * @param scratch a folder for what does not fit into memory meanwhile
   */
  public ChangesEndpoint(Readers readers, Followers followers, Path scratch) {
    super("GET", "HEAD");
    this.scratch = scratch;
    this.readers = readers;
    this.followers = followers;
    this.feed = new Feed(readers.versions().history().log());
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    Parameters parameters = Parameters.of(request);
    FeedForm form = FeedForm.choose(parameters.one("format"), accept(request));
    if (form == FeedForm.EVENTS) {
      follow(client, parameters, request, response);
    } else {
      sendPage(client, form, parameters, request, response);
    }
  }

  /** From where one was broken off, from a version, or from now on. */
  private void follow(
      Client client,
      Parameters parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, RequestRefusedException {
    Optional<String> from =
        Optional.ofNullable(request.getHeader(LAST_EVENT)).filter(id -> !id.isBlank());
    if (from.isEmpty()) {
      from = parameters.one(SINCE);
    }
    DataVersions versions = readers.versions();
    Version after =
        from.isPresent() ? versions.find(since(from)) : versions.history().store().version();
    try (Followers.Place _ = followers.take(client)) {
      versions.tell(after, request, response);
      response.setHeader("Content-Type", FeedForm.EVENTS.contentType());
      response.setHeader("Cache-Control", "no-store");
      // Some proxies hold back what comes in small pieces.
      response.setHeader("X-Accel-Buffering", "no");
      if (request.getMethod().equals("GET")) {
        new EventStream(followers, response).send(after);
      }
    }
  }

  private void sendPage(
      Client client,
      FeedForm form,
      Parameters parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    VersionName since = since(parameters.one(SINCE));
    long limit = limit(parameters, form.members().isPresent() ? MOST_OPENED : MOST);
    Version after = readers.versions().find(since);
    Feed.Page page = feed.page(after, limit);
    Optional<String> next =
        page.isFull() ? Optional.of(address(page.last(), parameters)) : Optional.empty();
    readers.versions().tell(page.last(), request, response);
    response.setHeader("Cache-Control", cacheControl(page, since));
    next.ifPresent(address -> response.setHeader("Link", "<%s>; rel=\"next\"".formatted(address)));
    EntityTag tag =
        readers
            .versions()
            .tag(page.last())
            .of("changes", after.toString(), Long.toString(limit), form.name());
    Delivery delivery = new Delivery(request, response, Optional.of(tag));
    if (form == FeedForm.PAGE) {
      sendPage(request, response, new ChangesPage(rows(page), next));
    } else if (!delivery.sendNotModified(true)) {
      Exchange exchange = Exchange.of(request);
      Optional<StoredAnswer> answer =
          readers.make(
              client,
              Lifecycle.of(getServletContext()).running(),
              exchange,
              Optional.empty(),
              "changes since " + since,
              budget -> {
                if (form.members().isEmpty()) {
                  return new FeedAnswer(feed, page, form, budget, delivery).write(headers(form));
                }
                String host = host(request);
                MemberPage members =
                    new MemberPage(
                        feed,
                        page,
                        host + address(after, parameters),
                        host + address(Version.NONE, parameters),
                        next.map(address -> host + address),
                        scratch);
                return new MemberAnswer(members, readers.versions(), budget, delivery)
                    .write(form.members().get(), headers(form));
              });
      if (answer.isPresent()) {
        delivery.send(answer.get());
      }
    }
  }

  private static String host(HttpServletRequest request) {
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  private static Map<String, String> headers(FeedForm form) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", form.contentType());
    return headers;
  }

  private static VersionName since(Optional<String> text) throws RequestRefusedException {
    String name = text.orElse(Version.NONE.toString());
    return VersionName.parse(name)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.badRequest("'%s' is no version".formatted(name))
                    .hinting(
                        "since takes the last version that you have: its number, or its"
                            + " Dramatis-Version-Id; 0 is before the first")));
  }

  private static long limit(Parameters parameters, long most) throws RequestRefusedException {
    long limit = parameters.count(LIMIT).orElse(most);
    if (limit < 1 || limit > most) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
              "a page holds from 1 to %d versions, and not %d".formatted(most, limit)));
    }
    return limit;
  }

  /** The same request for what follows a version. */
  private static String address(Version after, Parameters parameters)
      throws RequestRefusedException {
    StringBuilder address = new StringBuilder(PATH + "?since=" + after);
    for (String name : List.of(LIMIT, "format")) {
      parameters.one(name).ifPresent(value -> address.append('&' + name + '=' + value));
    }
    return address.toString();
  }

  private String cacheControl(Feed.Page page, VersionName since) {
    return page.isFull()
        ? new AskedVersion(readers.versions(), page.last(), new AskedVersion.Way.Named(since))
            .cacheControl()
        : "no-cache";
  }

  private List<ChangesPage.Row> rows(Feed.Page page) {
    try (Stream<Heading> headings = feed.headings(page)) {
      return headings
          .map(heading ->
              new ChangesPage.Row(
                  heading.version().toString(),
                  heading.time().toString(),
                  heading.author(),
                  heading.message(),
                  Long.toString(heading.added()),
                  Long.toString(heading.deleted())))
          .toList();
    }
  }
}
