package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.http.parameter.Versions;
import org.dramatis.model.Version;
import org.dramatis.query.answer.RdfVersion;

/**
 * An address of this server that is answered from one version of the data or another. As RFC 7089
 * has it, it is an original; with the number of a version it is the address of a memento.
 *
 * @param path as it stands in the address, encoded
 * @param query what follows the question mark, encoded, without a version of the data; may be empty
 */
public record TimedAddress(String path, String query) {

  /** Where an original is found as it was at a time. */
  public static final String TIME_GATE = "/timegate";

  /** Where all versions of an original are listed. */
  public static final String TIME_MAP = "/timemap";

  /** Headers would become too long with several copies of a longer one. */
  private static final int LONGEST = 700;

  private static final String VERSION = Versions.PARAMETER + "=";

  /** Begins the addresses of whole versions to be downloaded, each with the version in its path. */
  public static final String LATEST_DUMP = "/dump/latest";

  /**
   * What a request asks, whatever the version. What is posted has no address of its own, and a long
   * query none that could be repeated: these are known by the path.
   */
  public static TimedAddress of(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    boolean repeated = !request.getMethod().equals("POST") && query.length() <= LONGEST;
    return of(request.getRequestURI(), repeated ? query : "");
  }

  /** A path and a query; the version of the data is left out of the query. */
  public static TimedAddress of(String path, String query) {
    return new TimedAddress(
        path,
        Arrays.stream(query.split("&"))
            .filter(field -> !field.isEmpty() && !isOfData(field))
            .collect(Collectors.joining("&")));
  }

  private static boolean isOfData(String field) {
    return field.startsWith(VERSION)
        && RdfVersion.numbered(
                URLDecoder.decode(field.substring(VERSION.length()), StandardCharsets.UTF_8))
            .isEmpty();
  }

  /** The address of the newest version. */
  public String original() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The address of one version. */
  public String memento(Version version) {
    if (path.startsWith(LATEST_DUMP)) {
      return "/dump/" + version + path.substring(LATEST_DUMP.length());
    }
    return path + "?" + (query.isEmpty() ? "" : query + "&") + VERSION + version;
  }

  /** Where the version of a time is found. */
  public String timeGate() {
    return TIME_GATE + original();
  }

  /** Where all versions are listed. */
  public String timeMap() {
    return TIME_MAP + "/link" + original();
  }
}
