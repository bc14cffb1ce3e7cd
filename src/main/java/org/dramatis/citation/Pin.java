package org.dramatis.citation;

import java.time.Instant;
import java.util.Optional;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * The answer to a cited query from one version of the data.
 *
 * @param version the version
 * @param id the identity of the version
 * @param time when the version was committed
 * @param cited when the answer was cited first; empty if nobody has cited it
 * @param result what the answer is recognized by
 * @param rows how many rows or statements it has; a truth value is one
 */
public record Pin(
    Version version, Sha256 id, Instant time, Optional<Instant> cited, Sha256 result, long rows) {}
