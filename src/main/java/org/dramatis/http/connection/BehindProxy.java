package org.dramatis.http.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes the proxy in front about who asks ({@code X-Forwarded-For}) and whether by HTTPS ({@code
 * X-Forwarded-Proto}). Of a list of addresses only the last was written by that proxy; those before
 * it are whatever the client claims.
 */
public final class BehindProxy implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    Optional<InetAddress> client =
        last(request, HttpHeader.X_FORWARDED_FOR).flatMap(BehindProxy::address);
    boolean secure =
        last(request, HttpHeader.X_FORWARDED_PROTO)
            .filter(HttpScheme.HTTPS.asString()::equalsIgnoreCase)
            .isPresent();
    return client.isEmpty() && !secure ? request : new Forwarded(request, client, secure);
  }

  private static Optional<String> last(Request request, HttpHeader header) {
    return request.getHeaders().getValuesList(header).stream()
        .reduce((_, later) -> later)
        .map(value -> value.substring(value.lastIndexOf(',') + 1).strip());
  }

  private static Optional<InetAddress> address(String text) {
    String literal =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** The request as the client sent it to the proxy. */
  private static final class Forwarded extends Request.Wrapper {

    private final HttpURI uri;
    private final ConnectionMetaData connection;
    private final boolean secure;

    Forwarded(Request request, Optional<InetAddress> client, boolean secure) {
      super(request);
      this.secure = secure || request.isSecure();
      this.uri =
          secure
              ? HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS).asImmutable()
              : request.getHttpURI();
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return client
                  .<SocketAddress>map(address -> new InetSocketAddress(address, 0))
                  .orElseGet(super::getRemoteSocketAddress);
            }
          };
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }
  }
}
