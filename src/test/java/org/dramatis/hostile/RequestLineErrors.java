package org.dramatis.hostile;

import java.util.List;

/** First lines that are none, and bytes of other protocols. */
final class RequestLineErrors extends ErrorTopic {

  @Override
  void collect() {
    methods();
    versions();
    otherProtocols();
    pipelines();
    upgrades();
  }

  private void methods() {
    for (String method :
        List.of(
            "PUT",
            "DELETE",
            "PATCH",
            "TRACE",
            "PROPFIND",
            "MKCOL",
            "LOCK",
            "SEARCH",
            "QUERY",
            "get",
            "Get",
            "GETT",
            "FOO",
            "M-SEARCH",
            "X".repeat(100))) {
      add("methods", method + " of /sparql", method + " " + ASK + " HTTP/1.1\r\n" + END, 405, 501);
    }
    for (String path : List.of("/", "/health", "/queries", "/assets/present/style.css")) {
      for (String method : List.of("POST", "PUT", "DELETE", "TRACE")) {
        add("methods", method + " of " + path, method + " " + path + " HTTP/1.1\r\n" + END, 405);
      }
    }
    add("methods", "CONNECT", "CONNECT localhost:443 HTTP/1.1\r\n" + END, 400, 405, 501);
    add("methods", "CONNECT of a path", "CONNECT /sparql HTTP/1.1\r\n" + END, 400, 405, 501);
    for (String method :
        List.of(
            "G\0T",
            "GE\tT",
            "G@T",
            "GET,",
            "\"GET\"",
            "(GET)",
            "G\u00c9T",
            "\u00ff\u00fe",
            "{}",
            "<script>",
            "GET:",
            "GET/",
            "[x]",
            "\u007f",
            "\u0001")) {
      add("methods", shown(method), method + " " + ASK + " HTTP/1.1\r\n" + END, 400, 501, 405);
    }
    add(
        "methods",
        "a very long one",
        "A".repeat(20_000) + " / HTTP/1.1\r\n" + END,
        400,
        405,
        414,
        431,
        501);
    add("methods", "none", " " + ASK + " HTTP/1.1\r\n" + END, 400);
    add("methods", "nothing else", "GET\r\n" + END, 400);
    add("methods", "nothing but a space", "GET \r\n" + END, 400);
  }

  private void versions() {
    for (String version :
        List.of(
            "HTTP/2.0",
            "HTTP/3.0",
            "HTTP/9.9",
            "HTTP/1.2",
            "HTTP/0.9",
            "HTTP/1",
            "HTTP/11",
            "HTTP/1.1.1",
            "HTTP/1.10",
            "HTTP/-1.1",
            "HTTP/1.x",
            "HTTP/",
            "HTTP",
            "http/1.1",
            "Http/1.1",
            "HTTPS/1.1",
            "FTP/1.1",
            "ICY",
            "1.1",
            "HTTP/1.1 HTTP/1.1",
            "HTTP/1.1\0",
            "HTTP/1.1 x",
            "HTTP/ 1.1",
            "HTTP\\1.1",
            "HTTP/1,1",
            "\u00ff",
            "HTTP/1.1;x",
            "X".repeat(9_000))) {
      add(
          "versions",
          shown(version),
          "GET " + ASK + " " + version + "\r\n" + END,
          400,
          505,
          version.equalsIgnoreCase("HTTP/1.1") ? 200 : 505);
    }
    add("versions", "none, as in HTTP/0.9", "GET " + ASK + "\r\n", 400, 505, CLOSED);
    add("versions", "none, with headers", "GET " + ASK + "\r\n" + END, 400, 505);
    add("versions", "POST as in HTTP/0.9", "POST /sparql\r\n\r\nASK{}", 400, 505);
  }

  private void otherProtocols() {
    add(
        "other protocols",
        "preface of HTTP/2",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        400,
        505,
        CLOSED);
    add(
        "other protocols",
        "TLS",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
        400,
        CLOSED);
    add("other protocols", "SSH", "SSH-2.0-OpenSSH_9.6\r\n", 400, 505, CLOSED);
    add(
        "other protocols",
        "SMTP",
        "EHLO example.org\r\nMAIL FROM:<a@example.org>\r\n",
        400,
        505,
        CLOSED);
    add(
        "other protocols",
        "a PROXY line",
        "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\nGET / HTTP/1.1\r\n" + END,
        400,
        505);
    add("other protocols", "Redis", "*1\r\n$4\r\nPING\r\n", 400, 505, CLOSED);
    add("other protocols", "SIP", "INVITE sip:a@example.org SIP/2.0\r\nVia: x\r\n\r\n", 400, 505);
    add(
        "other protocols",
        "RTSP",
        "OPTIONS rtsp://localhost/ RTSP/1.0\r\nCSeq: 1\r\n\r\n",
        400,
        505);
    add("other protocols", "zeros", "\0".repeat(100), 400, CLOSED);
    add("other protocols", "ones", "\u00ff".repeat(100), 400, CLOSED);
    add("other protocols", "nothing", "", CLOSED);
    add("other protocols", "line ends", "\r\n".repeat(50), CLOSED, 400);
    add("other protocols", "many line ends", "\r\n".repeat(20_000), CLOSED, 400, 431);
    add("other protocols", "letters without end", "A".repeat(200_000), 400, 414, 431, CLOSED);
    add("other protocols", "JSON", "{\"query\": \"ASK {}\"}\r\n\r\n", 400, 505, CLOSED);
    add("other protocols", "a query", "SELECT * { ?s ?p ?o }\r\n\r\n", 400, 505, CLOSED);
    add("other protocols", "memcached", "stats\r\n", 400, CLOSED);
    add("other protocols", "an ELF head", "\u007fELF\u0002\u0001\u0001\0\0\0\0", 400, CLOSED);
    add("other protocols", "gzip", "\u001f\u008b\u0008\0\0\0\0\0\0\u0003", 400, CLOSED);
  }

  private void pipelines() {
    String right = "GET /health HTTP/1.1\r\n" + HOST + "\r\n";
    for (String wrong :
        List.of(
            "GET\r\n\r\n",
            "\0\r\n\r\n",
            "GET /health HTTP/9.9\r\n" + END,
            "GET /health HTTP/1.1\r\n\r\n",
            "POST /sparql HTTP/1.1\r\nContent-Length: -1\r\n" + END)) {
      add("pipelines", "right, then " + shown(wrong), right + wrong, 200);
    }
    add("pipelines", "100 at once", right.repeat(100) + "GET /health HTTP/1.1\r\n" + END, 200);
  }

  private void upgrades() {
    for (String upgrade : List.of("h2c", "websocket", "TLS/1.2", "HTTP/3.0", "x", "\u0001")) {
      add(
          "upgrades",
          shown(upgrade),
          "GET "
              + ASK
              + " HTTP/1.1\r\nConnection: Upgrade, close\r\nUpgrade: "
              + upgrade
              + "\r\nHTTP2-Settings: AAAA\r\nSec-WebSocket-Key: x\r\n"
              + HOST
              + "\r\n",
          200,
          400,
          426);
    }
  }
}
