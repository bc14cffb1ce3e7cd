package org.dramatis.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dramatis.http.access.BadTokensException;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.access.TokenFile;
import org.dramatis.model.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token. */
@Command(
    name = "token",
    description = {
      "Makes a new token and prints it, this once: it is kept nowhere.",
      "Its line for the file of tokens is added to --tokens FILE, or printed below it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TokenCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "NAME", description = "Who will hold it, as the log of changes says it.")
  private String name = "";

  @Option(names = "--write", description = "Lets the holder change graphs; reading is always in.")
  private boolean write;

  @Option(
      names = "--graph",
      paramLabel = "IRI",
      description =
          "A graph that may be changed, or the beginning of several with * behind it; repeatable."
              + " '*' is every graph.")
  private List<String> graphs = List.of();

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "The file to add the line to; it is made if there is none.")
  private @Nullable Path file;

  TokenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String secret = Token.secret();
    Set<Scope> scopes = write ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ);
    Token token = new Token(name, scopes, Sha256.of(secret), graphs);
    try {
      token.check();
      Optional<Path> target = Optional.ofNullable(file);
      if (target.isPresent()) {
        new TokenFile(target.get()).append(token);
      }
      console.out().println(secret);
      if (target.isEmpty()) {
        console.out().println(token.line());
      }
      return 0;
    } catch (BadTokensException bad) {
      throw CommandFailedException.misuse(bad.reason());
    }
  }
}
