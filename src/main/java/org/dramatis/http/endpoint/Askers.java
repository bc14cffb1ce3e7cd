package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Token;
import org.dramatis.http.admission.Client;
import org.dramatis.http.connection.Peer;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * Those who ask where everybody may. Whoever shows a token has the share of its holder, wherever he
 * asks from; all others have that of their address.
 *
 * @param access what knows the tokens, if the server has any
 */
public record Askers(Optional<Access> access) {

  /** So that no token is called like somebody's address. */
  private static final String TOKEN = "token:";

  /** Who sends a request; one with a token that is not good is refused, as everywhere. */
  public Client who(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    Optional<Token> token =
        access.isPresent() ? access.get().shown(request, response) : Optional.empty();
    if (token.isEmpty()) {
      return Client.of(request);
    }
    Exchange.of(request).client(token.get().name());
    return reader(token.get(), request);
  }

  /** The holder of a token. */
  public static Client client(Token token) {
    return Client.named(TOKEN + token.name());
  }

  /** One who reads, and for whom nothing is done any more when he has gone away. */
  public static Client reader(Token token, HttpServletRequest request) {
    return new Client(TOKEN + token.name(), Optional.of(Peer.of(request)));
  }
}
