package org.dramatis.http.annotate;

import java.util.Optional;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** In which vocabulary mentions are told as RDF. */
enum Model {
  /** The NLP Interchange Format, version 2.0. */
  NIF,
  /** The Web Annotation Vocabulary. */
  OA;

  static final String PARAMETER = "model";
  private static final String PROFILE = "http://www.w3.org/ns/anno.jsonld";

  /** The one that is named, or that the profile in what is accepted means. */
  static Model of(Parameters parameters, String accept) throws RequestRefusedException {
    Optional<String> named = parameters.one(PARAMETER);
    if (named.isEmpty()) {
      return accept.contains(PROFILE) ? OA : NIF;
    }
    return switch (named.get()) {
      case "nif" -> NIF;
      case "oa" -> OA;
      default ->
          throw new RequestRefusedException(
              HttpProblem.badRequest(
                  "there is no model '%s'; there are nif, oa".formatted(named.get())));
    };
  }
}
