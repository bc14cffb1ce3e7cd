package org.dramatis.history;

import java.time.Instant;
import java.util.Optional;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * A name that a version was given once and for all.
 *
 * @param name the name
 * @param version the number of the version
 * @param id the identity of the version
 * @param issued when it was given the name
 * @param by who gave it
 * @param why what they said about it
 */
public record Release(
    String name, Version version, Sha256 id, Instant issued, String by, Optional<String> why) {}
