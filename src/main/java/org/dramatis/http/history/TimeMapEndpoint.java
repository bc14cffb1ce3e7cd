package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.dramatis.history.Sought;
import org.dramatis.history.Trace;
import org.dramatis.history.Traces;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Lists all versions of an address, as a TimeMap of RFC 7089 does: {@code /timemap/link/sparql?…},
 * and the same as JSON behind {@code /timemap/json}. A long list comes in pages, each of which says
 * where the others are.
 */
public final class TimeMapEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern TAIL =
      Pattern.compile("/(?<form>link|json)(?:/(?<page>[1-9][0-9]{0,8}))?(?<path>/.*)?");

  private final transient VersionReads reads;
  private final transient DataVersions versions;
  private final transient Originals originals;
  private final transient Traces traces;

  /** Lists the versions of these addresses, as far as there was something to see. */
  public TimeMapEndpoint(Readers readers, Originals originals, Traces traces) {
    super("GET", "HEAD");
    this.reads = new VersionReads(readers);
    this.versions = readers.versions();
    this.originals = originals;
    this.traces = traces;
  }

  @Override
  protected boolean passesParametersOn() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String rest = request.getRequestURI().substring(TimedAddress.TIME_MAP.length());
    Matcher tail = TAIL.matcher(rest.isEmpty() || rest.equals("/") ? "/link" : rest);
    if (!tail.matches()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("a list of versions stands at /timemap/link or /timemap/json")
              .hinting("put the path that it is of behind that: /timemap/link/sparql"));
    }
    TimedAddress original =
        originals.find(
            Optional.ofNullable(tail.group("path")).orElse(""),
            Optional.ofNullable(request.getQueryString()).orElse(""));
    int page = Optional.ofNullable(tail.group("page")).map(Integer::valueOf).orElse(1);
    Version newest = versions.history().store().version();
    Version first = first(original, newest, request, response);
    TimeMap map = new TimeMap(original, versions.history().outline(), first, newest, page);
    if (page > map.pages()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("this list has %d pages".formatted(map.pages())));
    }
    versions.tell(newest, request, response);
    response.setHeader("Cache-Control", "no-cache");
    if (tail.group("form").equals("json")) {
      send(request, response, "application/json", map.json());
    } else {
      send(request, response, TimeMap.LINK_FORMAT, map.links());
    }
  }

  /** From when on there is something to see; a query has an answer in every version. */
  private Version first(
      TimedAddress original,
      Version newest,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<Node> thing = Originals.thing(original);
    if (thing.isEmpty()) {
      return new Version(1);
    }
    Sought sought = new Sought.About(thing.get());
    List<Trace.Step> steps =
        reads
            .read(
                request,
                response,
                newest,
                budget -> traces.find(sought, newest, VersionReads.cost(budget)))
            .steps();
    if (steps.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.notFound(
              "no version has ever said anything of <%s>".formatted(thing.get().getURI())));
    }
    return steps.getFirst().line().version();
  }
}
