package org.dramatis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;

/**
 * Remembers the state of a project that has last kept to all rules, so that a start checks what has
 * changed and nothing twice. The folder it is kept in belongs to one build of the program: another
 * build may judge differently.
 */
public final class PassedBefore {

  private static final List<String> JUDGED = List.of("ontology", "seeds", "queries");

  private final Path record;
  private final String state;

  private PassedBefore(Path record, String state) {
    this.record = record;
    this.state = state;
  }

  /**
   * Reads the state that the project is in.
   *
   * @param project the folder that holds ontology, seeds and queries
   * @param memory an existing folder that belongs to this build of the program
   */
  public static PassedBefore read(Path project, Path memory) throws IOException {
    return new PassedBefore(
        memory.resolve("passed"), digest(project) + " under " + Namespaces.BASE);
  }

  /** Whether this very state has passed. */
  public boolean holds() throws IOException {
    return Files.exists(record) && Files.readString(record).equals(state);
  }

  /** Notes that this state has passed. */
  public void remember() throws IOException {
    Path complete = Files.createTempFile(record.getParent(), "passed", "");
    Files.writeString(complete, state);
    Files.move(complete, record, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String digest(Path project) throws IOException {
    MessageDigest digest = Sha256.engine();
    for (String folder : JUDGED) {
      try (Stream<Path> tree = Files.walk(project.resolve(folder))) {
        for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
          feed(digest, project.relativize(file).toString().getBytes(UTF_8));
          feed(digest, Files.readAllBytes(file));
        }
      }
    }
    return Sha256.of(digest).hex();
  }

  /** The length goes first, so that no two lists of files look alike. */
  private static void feed(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
