package org.dramatis.http.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The other end of the connection that a request came by. While a request is computed nobody reads
 * from its connection, so that nobody would notice that the client went away; this looks for it.
 */
public final class Peer {

  private final EndPoint endPoint;
  private final Connection connection;
  private boolean watched;
  private boolean gone;

  private Peer(EndPoint endPoint, Connection connection) {
    this.endPoint = endPoint;
    this.connection = connection;
  }

  /** Whoever sent this request. */
  public static Peer of(HttpServletRequest request) {
    Connection connection =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection();
    return new Peer(connection.getEndPoint(), connection);
  }

  /**
   * Whether the client closed the connection. It may be called while the request is computed, from
   * {@link #meet} to {@link #leave}, by any thread; it never waits. A client that only closed its
   * sending side counts as gone too: the two cannot be told apart.
   */
  public synchronized boolean gone() {
    if (watched && !gone) {
      gone = !endPoint.isOpen() || (requestIsRead() && inputHasEnded());
    }
    return gone;
  }

  /** Begins to look: until it ends, the server does not read from the connection itself. */
  public synchronized void meet() {
    watched = true;
  }

  /** Gives the connection back to the server: it is read no more from here. */
  public synchronized void leave() {
    watched = false;
  }

  /** Closes the connection, which ends whatever waits for it. */
  public void cut() {
    endPoint.close(new IOException("the request was stopped"));
  }

  /** While the request is being read, or when another one follows it, the server itself reads. */
  private boolean requestIsRead() {
    return connection instanceof HttpConnection http
        && http.getParser().isComplete()
        && http.isRequestBufferEmpty();
  }

  private boolean inputHasEnded() {
    ByteBuffer next = BufferUtil.allocate(1);
    try {
      int filled = endPoint.fill(next);
      if (filled > 0 && connection instanceof Connection.UpgradeTo reading) {
        // The beginning of the next request: the server gets it back, and finds the end by itself.
        reading.onUpgradeTo(next);
      }
      return filled < 0;
    } catch (IOException broken) {
      return true;
    }
  }
}
