package org.dramatis.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dramatis.model.Sha256;

/** The digests of the parts of a backup, as {@code sha256sum} reads and writes them. */
record Digests(Map<String, Sha256> ofParts) {

  static final String NAME = "SHA256SUMS";

  private static final String BETWEEN = "  ";

  Digests() {
    this(new TreeMap<>());
  }

  /** Copies bytes, and remembers their digest. */
  void copy(String name, InputStream from, OutputStream to) throws IOException {
    DigestInputStream digested = new DigestInputStream(from, Sha256.engine());
    digested.transferTo(to);
    if (ofParts.put(name, Sha256.of(digested.getMessageDigest())) != null) {
      throw new BadBackupException("%s stands there twice".formatted(name));
    }
  }

  byte[] lines() {
    return ofParts.entrySet().stream()
        .map(part -> part.getValue().hex() + BETWEEN + part.getKey() + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  static Digests read(InputStream lines) throws IOException {
    Digests read = new Digests();
    for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      String[] parts = line.split(BETWEEN, 2);
      try {
        read.ofParts.put(parts[parts.length - 1], new Sha256(parts[0]));
      } catch (IllegalArgumentException none) {
        throw new BadBackupException("%s cannot be read: %s".formatted(NAME, line));
      }
    }
    return read;
  }
}
