package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.entity.Profile;
import org.dramatis.http.answer.AnswerKey;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.AnswerFormat;

/** A thing as it is asked for. */
record AskedThing(
    ResourceAddress address,
    AskedVersion version,
    Profile profile,
    LocalLinks links,
    Parameters parameters) {

  /** Links to the same thing in the same profile. */
  LocalLinks same() {
    return in(profile);
  }

  private LocalLinks in(Profile wanted) {
    String more = links.query().isEmpty() ? "?" : links.query() + "&";
    return wanted == Profile.CONCISE
        ? links
        : new LocalLinks(more + Profiles.PARAMETER + "=" + wanted.key());
  }

  /** The addresses of the page in all profiles, by their names. */
  Map<String, String> profiles() {
    Map<String, String> profiles = new LinkedHashMap<>();
    for (Profile each : Profile.values()) {
      profiles.put(each.key(), address.in("html", in(each)));
    }
    return profiles;
  }

  /** Whether it is asked for as a page; what cannot be had at all is refused elsewhere. */
  boolean wantsPage(HttpServletRequest request) {
    try {
      return form(request) instanceof AnswerForm.Page;
    } catch (RequestRefusedException _) {
      return false;
    }
  }

  /** All that its page depends on. */
  AnswerKey pageKey() {
    return new AnswerKey(
        version.version(),
        String.join(" ", address.path(), parameters.toString(), same().query()),
        List.of(),
        List.of(),
        "page",
        OptionalLong.empty());
  }

  AnswerForm form(HttpServletRequest request) throws RequestRefusedException {
    Optional<String> format = parameters.one("format");
    return AnswerForm.choose(
        AnswerFormat.Kind.GRAPH,
        format.isPresent() ? format : address.extension(),
        Versions.of(parameters).rdf(),
        Endpoint.accept(request));
  }
}
