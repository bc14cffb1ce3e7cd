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
 * @param classes the checksum of each class by its name
 */
record Archive(Path file, Map<String, Long> classes) {

  static Archive read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new Archive(
          file,
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .filter(entry -> !entry.getName().endsWith("module-info.class"))
              .collect(Collectors.toUnmodifiableMap(ZipEntry::getName, ZipEntry::getCrc)));
    }
  }

  /** Whether every class of this one is in another, byte by byte. */
  boolean isPartOf(Archive other) {
    return other.classes.entrySet().containsAll(classes.entrySet());
  }

  /** Whether it has classes at all. */
  boolean hasClasses() {
    return !classes.isEmpty();
  }

  /** The names of its classes. */
  Set<String> names() {
    return classes.keySet();
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
