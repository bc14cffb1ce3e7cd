package org.dramatis.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dramatis.model.Sha256;

/**
 * A jar.
 *
 * @param parts the checksum of each class, and of each file that browsers load, by its name
 */
record Archive(Path file, Map<String, Long> parts) {

  static Archive read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new Archive(
          file,
          zip.stream()
              .filter(entry -> isPart(entry.getName()))
              .filter(entry -> !entry.getName().endsWith("module-info.class"))
              .collect(Collectors.toUnmodifiableMap(ZipEntry::getName, ZipEntry::getCrc)));
    }
  }

  /** Whether it is a class, or a file that browsers load. */
  private static boolean isPart(String name) {
    return name.endsWith(".class")
        || (name.startsWith("META-INF/resources/") && !name.endsWith("/"));
  }

  /** Whether every part of this one is in another, byte by byte. */
  boolean isPartOf(Archive other) {
    return other.parts.entrySet().containsAll(parts.entrySet());
  }

  /** Whether it has any. */
  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** The names of its parts. */
  Set<String> names() {
    return parts.keySet();
  }

  /** The digest of the file, in hexadecimal digits. */
  String digest() throws IOException {
    return Sha256.of(Files.readAllBytes(file)).hex();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
