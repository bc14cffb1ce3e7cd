package org.dramatis.http.connection;

import org.dramatis.http.exchange.CompletedRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP/1.1 in which a body that is cut off never looks like a whole one. Two cuts of a body in
 * chunks pass with Jetty: one behind the carriage return that ends a chunk, which its parser tells
 * as a bad message, so that the body ends as if it were complete; and one before the empty line
 * that ends the last chunk, which its parser forgives. Here both end like every other cut.
 */
public final class WholeMessages extends HttpConnectionFactory {

  /** Speaks it by this configuration. */
  public WholeMessages(HttpConfiguration configuration) {
    super(configuration);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new StrictConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  private static final class StrictConnection extends HttpConnection {

    StrictConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
      super(configuration, connector, endPoint);
    }

    @Override
    protected RequestHandler newRequestHandler() {
      return new StrictHandler();
    }

    private final class StrictHandler extends RequestHandler {

      private boolean begun;
      private boolean inBody;

      @Override
      public void startRequest(String method, String uri, HttpVersion version) {
        begun = true;
        inBody = false;
        super.startRequest(method, uri, version);
      }

      @Override
      public boolean headerComplete() {
        // What is wrong with the head is found here, and is still answered.
        boolean handled = super.headerComplete();
        inBody = true;
        return handled;
      }

      @Override
      public boolean messageComplete() {
        if (inBody && getParser().isChunking() && getParser().isAtEOF()) {
          earlyEOF();
          return false;
        }
        begun = false;
        inBody = false;
        return super.messageComplete();
      }

      @Override
      public void badMessage(HttpException failure) {
        if (inBody) {
          earlyEOF();
        } else {
          if (!begun) {
            setAttribute(CompletedRequest.NO_REQUEST, true);
          }
          super.badMessage(failure);
        }
      }
    }
  }
}
