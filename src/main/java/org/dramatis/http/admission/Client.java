package org.dramatis.http.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.dramatis.http.connection.Peer;
import org.dramatis.http.exchange.Exchange;

/**
 * Whoever asks, as far as fairness goes.
 *
 * @param name the name of the token, or else the address the request came from
 * @param peer where the answer goes, if it matters whether somebody is there
 */
public record Client(String name, Optional<Peer> peer) {

  private static final int BYTES_OF_A_NETWORK = 8;

  /** The client of a request. */
  public static Client of(HttpServletRequest request) {
    return new Client(holder(Exchange.of(request).client()), Optional.of(Peer.of(request)));
  }

  /** One whose work is done to its end, even when he goes away meanwhile: a change is a change. */
  public static Client named(String name) {
    return new Client(name, Optional.empty());
  }

  /** Begins to look whether it goes away. */
  public void meet() {
    peer.ifPresent(Peer::meet);
  }

  /** Whether it has gone away, as far as anybody looks. */
  public boolean gone() {
    return peer.isPresent() && peer.get().gone();
  }

  /** Ends to look, before anybody reads from the connection again. */
  public void leave() {
    peer.ifPresent(Peer::leave);
  }

  void cut() {
    peer.ifPresent(Peer::cut);
  }

  /**
   * Whoever has an address of IPv6 has at the least 2^64 of them, a network, which are one client.
   */
  static String holder(String name) {
    if (name.indexOf(':') < 0) {
      return name;
    }
    String literal = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    try {
      return InetAddress.ofLiteral(literal) instanceof Inet6Address address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES_OF_A_NETWORK))
              + "/64"
          : name;
    } catch (IllegalArgumentException noAddress) {
      return name;
    }
  }
}
