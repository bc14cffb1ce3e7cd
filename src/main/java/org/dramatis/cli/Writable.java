package org.dramatis.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dramatis.http.access.BadTokensException;
import org.dramatis.http.access.Tokens;
import org.dramatis.settings.Settings;

/** Whether a server may be written to, and by whom. */
final class Writable {

  private Writable() {}

  /**
   * The tokens that are accepted; none if nobody can write. A token that crosses a network in clear
   * belongs to whoever listens, so that such a start is refused.
   */
  static Optional<Tokens> tokens(Settings settings) {
    Optional<Path> file = settings.access().tokens();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Settings.Listen listen = settings.listen();
    boolean secret =
        listen.behindProxy() || listen.tlsKeystore().isPresent() || isLoopback(listen.host());
    if (!secret) {
      throw CommandFailedException.misuse(
          ("tokens would cross the network in clear: with --tokens and --host %s also say"
                  + " --tls-keystore FILE, or --behind-proxy if a proxy speaks HTTPS")
              .formatted(listen.host()));
    }
    try {
      return Optional.of(Tokens.open(file.get()));
    } catch (BadTokensException bad) {
      throw CommandFailedException.misuse(bad.reason());
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return true; // Nothing will listen there, and the start says so.
    }
  }
}
