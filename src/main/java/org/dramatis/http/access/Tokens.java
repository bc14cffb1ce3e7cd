package org.dramatis.http.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dramatis.model.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that are good at this moment. The file is read again when it has changed, so that a
 * token whose line is gone is refused from the next request on. A file that has become unusable
 * makes every token worthless, for it may have been changed to revoke one.
 */
public final class Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final TokenFile file;

  /** What was read; nothing after a failure, so that the file is read again when it is back. */
  private Optional<TokenFile.Stamp> stamp;

  private List<Token> tokens;

  /** Why no token is accepted; told once, for whoever shows a token makes us look at the file. */
  private Optional<String> trouble = Optional.empty();

  private Tokens(TokenFile file) throws BadTokensException {
    this.file = file;
    this.stamp = Optional.of(file.stamp());
    this.tokens = file.read();
  }

  /** Reads the file; it has to be right when a server starts. */
  public static Tokens open(Path path) throws BadTokensException {
    return new Tokens(new TokenFile(path));
  }

  /** The line of a token, if it has one. All lines are compared, whichever is the one. */
  public Optional<Token> find(String secret) {
    Sha256 digest = Sha256.of(secret);
    Optional<Token> found = Optional.empty();
    for (Token token : current()) {
      if (token.sha256().isSame(digest)) {
        found = Optional.of(token);
      }
    }
    return found;
  }

  /**
   * Whether the file can be used now. When it cannot, nobody knows whether a token is good, so that
   * none is accepted; its holder is not to blame, though.
   */
  public synchronized boolean areUsable() {
    current();
    return trouble.isEmpty();
  }

  private synchronized List<Token> current() {
    try {
      Optional<TokenFile.Stamp> now = Optional.of(file.stamp());
      if (!now.equals(stamp)) {
        tokens = file.read();
        stamp = now;
        trouble = Optional.empty();
        LOG.info("The file of tokens was read again; it has {}", tokens.size());
      }
    } catch (BadTokensException bad) {
      tokens = List.of();
      stamp = Optional.empty();
      Optional<String> reason = Optional.of(bad.reason());
      if (!reason.equals(trouble)) {
        trouble = reason;
        LOG.warn("No token is accepted: {}", bad.reason());
      }
    }
    return tokens;
  }
}
