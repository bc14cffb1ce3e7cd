package org.dramatis.http.parameter;

import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.VersionName;
import org.dramatis.query.answer.RdfVersion;

/**
 * What the parameter {@code version} asks for. Its values are of two kinds that never look alike,
 * so that one of each may be given: {@code 1.1} and {@code 1.2} are versions of RDF, and a whole
 * number, a digest or the name of a release is a version of the data.
 *
 * @param data the version of the data that is asked, if not the newest
 * @param rdf the version of RDF in which the answer is written, as in {@code Accept}
 */
public record Versions(Optional<VersionName> data, Optional<RdfVersion> rdf) {

  /** The parameter. */
  public static final String PARAMETER = "version";

  private static final String RULE =
      "7 is a version of the data, 1.2 one of RDF; one of each may be given:"
          + " version=7&version=1.2";

  /** Reads them, each of which may be given once. */
  public static Versions of(Parameters parameters) throws RequestRefusedException {
    Versions versions = new Versions(Optional.empty(), Optional.empty());
    for (String value : parameters.all(PARAMETER)) {
      versions = versions.with(value);
    }
    return versions;
  }

  private Versions with(String value) throws RequestRefusedException {
    Optional<RdfVersion> ofRdf = RdfVersion.numbered(value);
    if (ofRdf.isPresent()) {
      refuseSecond(rdf, "RDF");
      return new Versions(data, ofRdf);
    }
    Optional<VersionName> ofData = VersionName.parse(value);
    if (ofData.isPresent()) {
      refuseSecond(data, "the data");
      return new Versions(ofData, rdf);
    }
    throw bad(
        "'%s' is no version: it takes the number, the sha256 digest or the release of a version of"
                .formatted(value)
            + " the data, or 1.1 or 1.2 for RDF");
  }

  private static void refuseSecond(Optional<?> first, String what) throws RequestRefusedException {
    if (first.isPresent()) {
      throw bad("there are two versions of %s in the parameter 'version'".formatted(what));
    }
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail).hinting(RULE));
  }
}
