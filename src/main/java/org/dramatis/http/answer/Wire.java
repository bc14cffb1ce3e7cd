package org.dramatis.http.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The connection under a request. A streamed answer that ends with the connection would look
 * complete if the connection were closed in peace, so until it is complete the connection is set to
 * be reset when it closes, also when the process is killed.
 */
final class Wire {

  private static final int AT_ONCE = 0;
  private static final int IN_PEACE = -1;

  private final Optional<SocketChannel> socket;

  private Wire(Optional<SocketChannel> socket) {
    this.socket = socket;
  }

  /** The connection of a request. */
  static Wire of(HttpServletRequest request) {
    Object transport =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
    return new Wire(
        transport instanceof SocketChannel channel ? Optional.of(channel) : Optional.empty());
  }

  /** From now on closing is a reset. */
  void breaksWhenClosed() throws IOException {
    linger(AT_ONCE);
  }

  /** From now on closing is an ordinary end. */
  void endsInPeace() throws IOException {
    linger(IN_PEACE);
  }

  private void linger(int seconds) throws IOException {
    if (socket.isPresent()) {
      socket.get().setOption(StandardSocketOptions.SO_LINGER, seconds);
    }
  }
}
