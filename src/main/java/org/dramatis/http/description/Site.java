package org.dramatis.http.description;

import java.time.Instant;
import java.util.Optional;
import org.dramatis.model.Version;

/**
 * Where the service is, and what it answers from.
 *
 * @param root its address, without the last stroke
 * @param version the version that is described
 * @param issued when that was committed, if there is any yet
 * @param isWritable whether somebody may write
 */
record Site(String root, Version version, Optional<Instant> issued, boolean isWritable) {

  /** The address of something. */
  String at(String path) {
    return root + path;
  }

  /** The name of all data together. */
  String dataset() {
    return at("/#dataset");
  }

  /** Where queries are answered. */
  String endpoint() {
    return at("/sparql");
  }

  /** Where prefixes are declared. */
  String prefixes() {
    return at("/#prefixes");
  }
}
