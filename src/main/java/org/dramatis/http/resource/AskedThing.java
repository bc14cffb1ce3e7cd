package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dramatis.entity.Profile;
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

  AnswerForm form(HttpServletRequest request) throws RequestRefusedException {
    Optional<String> format = parameters.one("format");
    return AnswerForm.choose(
        AnswerFormat.Kind.GRAPH,
        format.isPresent() ? format : address.extension(),
        Versions.of(parameters).rdf(),
        Endpoint.accept(request));
  }
}
