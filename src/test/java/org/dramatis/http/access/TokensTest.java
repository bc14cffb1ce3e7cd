package org.dramatis.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final String SECRET = Token.secret();
  private static final String ANN =
      new Token("ann", Set.of(Scope.READ, Scope.WRITE), Sha256.of(SECRET), List.of("*")).line();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file =
        Files.createFile(
            folder.resolve("tokens"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private void write(String... lines) throws IOException {
    Files.write(file, List.of(lines), StandardOpenOption.TRUNCATE_EXISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann | NAME SCOPES sha256:DIGEST",
        "ann read DIGEST | a digest is",
        "ann read sha256:abc | a digest is",
        "ann reed sha256:0 | a scope is read or write",
        "ann write sha256:DIGEST | names its graphs",
        "ann read sha256:DIGEST * | only reads names no graphs",
        "ann write sha256:DIGEST a*b | a graph is an IRI",
        "ann write sha256:DIGEST x:* x:*y | a graph is an IRI",
        "ann write sha256:DIGEST relative | a graph is an IRI",
        "«ann» read sha256:DIGEST | a name has letters"
      })
  void aBadLineIsRefusedByItsNumber(String line, String reason) throws IOException {
    write("# the second line is bad", line.replace("DIGEST", Sha256.of("x").hex()));
    assertThatThrownBy(() -> Tokens.open(file))
        .isInstanceOf(BadTokensException.class)
        .hasMessageContaining("tokens:2: ")
        .hasMessageContaining(reason);
  }

  @Test
  void twoTokensHaveTwoNames() throws IOException {
    write(ANN, ANN);
    assertThatThrownBy(() -> Tokens.open(file)).hasMessageContaining("tokens:2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x"})
  void aFileThatIsOpenToOthersIsRefused(String permissions) throws IOException {
    write(ANN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> Tokens.open(file))
        .isInstanceOf(BadTokensException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Tokens.open(folder.resolve("none")))
        .isInstanceOf(BadTokensException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void aFolderIsRefusedWithoutAdviceToTakeItsPermissions() {
    assertThatThrownBy(() -> Tokens.open(folder))
        .isInstanceOf(BadTokensException.class)
        .hasMessage("%s is a folder, not a file", folder);
  }

  @Test
  void thatTheFileCannotBeUsedIsKnownUntilItCanBeAgain() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    assertThat(tokens.areUsable()).isTrue();
    write(ANN, "half a li");
    assertThat(tokens.areUsable()).isFalse();
    write(ANN, "# mended");
    assertThat(tokens.areUsable()).isTrue();
  }

  @Test
  void aTokenIsFoundByItselfAndNotByItsDigest() throws Exception {
    write("# staff", "", ANN);
    Tokens tokens = Tokens.open(file);
    assertThat(tokens.find(SECRET)).map(Token::name).hasValue("ann");
    assertThat(tokens.find(SECRET + "x")).isEmpty();
    assertThat(tokens.find(Sha256.of(SECRET).hex())).isEmpty();
    assertThat(tokens.find("")).isEmpty();
    assertThat(Files.readString(file)).doesNotContain(SECRET);
  }

  @Test
  void aTokenWhoseLineIsGoneIsRefusedAtOnce() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    assertThat(tokens.find(SECRET)).isPresent();
    write("# nobody any more");
    assertThat(tokens.find(SECRET)).isEmpty();
    write("# again", ANN);
    assertThat(tokens.find(SECRET)).isPresent();
  }

  @Test
  void aFileThatHasBecomeUnusableMakesEveryTokenWorthless() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    write(ANN, "half a li");
    assertThat(tokens.find(SECRET)).isEmpty();
    Files.delete(file);
    assertThat(tokens.find(SECRET)).isEmpty();
  }

  @Test
  void aFileThatComesBackAsItWasIsReadAgain() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    Path away = folder.resolve("away");
    Files.move(file, away);
    assertThat(tokens.find(SECRET)).isEmpty();
    Files.move(away, file);
    assertThat(tokens.find(SECRET)).isPresent();
  }

  @Test
  void aFileThatIsOpenToOthersForAWhileIsReadAgain() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(tokens.find(SECRET)).isEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(tokens.find(SECRET)).isPresent();
  }

  @Test
  void aFileThatIsOpenedToOthersAndNotWrittenMakesEveryTokenWorthless() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    letTheClockGoOn();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(tokens.find(SECRET)).isEmpty();
  }

  @Test
  void aTokenIsRefusedWhoseFileWasReplacedByOneOfTheSameSizeAndTime() throws Exception {
    write(ANN);
    Tokens tokens = Tokens.open(file);
    FileTime time = Files.getLastModifiedTime(file);
    letTheClockGoOn();
    write(ANN.replace(Sha256.of(SECRET).hex(), Sha256.of("another").hex()));
    Files.setLastModifiedTime(file, time);
    assertThat(tokens.find(SECRET)).isEmpty();
  }

  /** File systems tell the time in steps of some milliseconds. */
  private static void letTheClockGoOn() throws InterruptedException {
    Thread.sleep(50);
  }

  @Test
  void aFileSystemWithoutPermissionsHoldsTokensToo() throws Exception {
    Token bob = new Token("bob", Set.of(Scope.READ), Sha256.of("b"), List.of());
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
      Path fresh = zip.getPath("/tokens");
      new TokenFile(fresh).append(bob);
      assertThat(new TokenFile(fresh).read()).extracting(Token::name).containsExactly("bob");
    }
  }

  @Test
  void anAppendedTokenIsALineByItself() throws Exception {
    Path fresh = folder.resolve("fresh");
    Token bob = new Token("bob", Set.of(Scope.READ), Sha256.of("b"), List.of());
    new TokenFile(fresh).append(bob);
    Files.writeString(fresh, "# no newline", StandardOpenOption.APPEND);
    Token eve = new Token("eve", Set.of(Scope.WRITE), Sha256.of("e"), List.of("x:g", "x:h*"));
    new TokenFile(fresh).append(eve);
    assertThat(new TokenFile(fresh).read()).containsExactly(bob, eve);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> new TokenFile(fresh).append(bob)).hasMessageContaining("'bob'");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/b, http://a/b, true",
    "http://a/b, http://a/bc, false",
    "http://a/b*, http://a/bc, true",
    "http://a/b*, http://a/, false",
    "*, http://a/, true",
    "default, http://a/, false"
  })
  void aTokenIsGoodForTheGraphsOfItsLine(String pattern, String graph, boolean may) {
    Token token = new Token("t", Set.of(Scope.WRITE), Sha256.of("t"), List.of(pattern));
    Node name = NodeFactory.createURI(graph);
    assertThat(token.mayWrite(name)).isEqualTo(may);
    assertThat(token.mayWrite(Quad.defaultGraphIRI))
        .isEqualTo(pattern.equals("*") || pattern.equals("default"));
    Token reader = new Token("t", Set.of(Scope.READ), Sha256.of("t"), List.of(pattern));
    assertThat(reader.mayWrite(name)).isFalse();
  }

  @Test
  void twoTokensAreNeverTheSame() {
    assertThat(Token.secret()).hasSizeGreaterThan(50).isNotEqualTo(Token.secret());
  }
}
