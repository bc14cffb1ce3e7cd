package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;

/**
 * Lists all versions of an address, as a TimeMap of RFC 7089 does: {@code /timemap/link/sparql?…},
 * and the same as JSON behind {@code /timemap/json}. A long list comes in pages, each of which says
 * where the others are.
 */
public final class TimeMapEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern TAIL =
      Pattern.compile("/(?<form>link|json)(?:/(?<page>[1-9][0-9]{0,8}))?(?<path>/.*)?");

  private final transient DataVersions versions;

  public TimeMapEndpoint(DataVersions versions) {
    super("GET", "HEAD");
    this.versions = versions;
  }

  @Override
  protected boolean passesParametersOn() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    String rest = request.getRequestURI().substring(TimedAddress.TIME_MAP.length());
    Matcher tail = TAIL.matcher(rest.isEmpty() || rest.equals("/") ? "/link" : rest);
    if (!tail.matches()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("a list of versions stands at /timemap/link or /timemap/json")
              .hinting("put the path that it is of behind that: /timemap/link/sparql"));
    }
    TimedAddress original =
        Originals.find(
            Optional.ofNullable(tail.group("path")).orElse(""),
            Optional.ofNullable(request.getQueryString()).orElse(""));
    int page = Optional.ofNullable(tail.group("page")).map(Integer::valueOf).orElse(1);
    Version newest = versions.history().store().version();
    TimeMap map = new TimeMap(original, versions.history().outline(), newest, page);
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
}
