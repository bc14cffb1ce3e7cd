package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dramatis.http.answer.VersionTag;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;

/**
 * The version of the data that a request is answered from, and how it was asked for.
 *
 * @param versions all versions
 * @param version the one
 * @param way how it was asked for
 */
public record AskedVersion(DataVersions versions, Version version, Way way) {

  /** How a version can be asked for. */
  public sealed interface Way {

    /** Not at all: it is the newest, and will be another after the next change. */
    record Newest() implements Way {}

    /** By the parameter of the address, which stands for this version and no other. */
    record Named(VersionName name) implements Way {}

    /** By a time in the header {@code Accept-Datetime}. */
    record Dated() implements Way {}
  }

  /** What tags of answers from it begin with. */
  public VersionTag tag() {
    return versions.tag(version);
  }

  /** What a copy of an answer from it may be taken for, and how long. */
  public String cacheControl() {
    boolean lasts =
        switch (way) {
          case Way.Newest _, Way.Dated _ -> false;
          case Way.Named(VersionName.Identified _) -> true;
          case Way.Named(VersionName.Numbered _), Way.Named(VersionName.Released _) ->
              versions.isLasting();
        };
    return lasts ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /**
   * Says with the answer which version it is from, how long it may be kept, and where other
   * versions of the same thing are (RFC 7089). To be called before anything is sent.
   */
  public void tell(HttpServletRequest request, HttpServletResponse response) {
    tell(TimedAddress.of(request), request, response);
  }

  /** The same where the version is a part of the address, which is another in every version. */
  public void tell(TimedAddress address, HttpServletRequest request, HttpServletResponse response) {
    versions.tell(version, request, response);
    response.setHeader("Cache-Control", cacheControl());
    new Memento(this, address).tell(response);
  }
}
