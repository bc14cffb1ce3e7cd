package org.dramatis.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the protocol errors, family by family: one line of data each, the request around it. */
final class ProtocolErrors {

  private static final String ASK = "/sparql?query=ASK%20%7B%7D";
  private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";
  private static final String HOST = "Host: localhost\r\n";
  private static final Integer CLOSED = 0;

  private final List<ProtocolError> all = new ArrayList<>();

  private ProtocolErrors() {}

  /** Every case, in a fixed order. */
  static List<ProtocolError> all() {
    ProtocolErrors errors = new ProtocolErrors();
    errors.methods();
    errors.versions();
    errors.otherProtocols();
    errors.targets();
    errors.paths();
    errors.headerLines();
    errors.hosts();
    errors.lengths();
    errors.transferEncodings();
    errors.chunks();
    errors.expectations();
    errors.accepts();
    errors.contentTypes();
    errors.contentEncodings();
    errors.parameters();
    errors.percentEncodings();
    errors.timeouts();
    errors.conditionsAndRanges();
    errors.upgrades();
    errors.credentials();
    errors.pipelines();
    return List.copyOf(errors.all);
  }

  private void add(String family, String name, String bytes, Integer... right) {
    all.add(ProtocolError.of(family, name, bytes, right));
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(60)
        .forEach(c ->
            shown.append(c > ' ' && c < 0x7f ? String.valueOf((char) c) : "\\x%02x".formatted(c)));
    return shown + (text.length() > 60 ? "… (" + text.length() + ")" : "");
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
    for (String path : List.of("/", "/health", "/queries", "/style.css")) {
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

  private void targets() {
    for (String target :
        List.of(
            "sparql",
            "*",
            "?query=x",
            "#",
            "sparql?query=ASK{}",
            "localhost/health",
            ":",
            "http:",
            "http:/",
            "http://",
            "http:///health",
            "ftp://localhost/x",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "urn:x",
            "http://a:b@localhost/x",
            "http://localhost:x/",
            "http://localhost:99999/",
            "http://[::1/",
            "http://[zz]/",
            "http://local host/",
            "http://%00/",
            "\\",
            "\\health",
            "..",
            "../health",
            "localhost:80",
            "@",
            "%",
            "\"/\"",
            "<script>",
            "\u00fc",
            "{}",
            "|",
            "^",
            "`")) {
      add(
          "targets",
          shown(target),
          "GET " + target + " HTTP/1.1\r\n" + END,
          400,
          404,
          405,
          421,
          505);
    }
    for (String target :
        List.of(
            "/ x",
            "/health /health",
            "/hea\tlth",
            "/hea\0lth",
            "/hea\u007flth",
            "/he\rlth",
            "/\u0001",
            "/\u001b[31m",
            "/health\u000b",
            "/a\u00a0b c")) {
      add("targets", shown(target), "GET " + target + " HTTP/1.1\r\n" + END, 400, 404, 505);
    }
    add("targets", "with a fragment", "GET /health#x HTTP/1.1\r\n" + END, 400, 404);
    for (int kilobytes : new int[] {70, 100, 300}) {
      add(
          "targets",
          kilobytes + " kB of path",
          "GET /" + "a".repeat(kilobytes * 1024) + " HTTP/1.1\r\n" + END,
          414,
          431,
          400);
      add(
          "targets",
          kilobytes + " kB of query",
          "GET " + ASK + "%23" + "a".repeat(kilobytes * 1024) + " HTTP/1.1\r\n" + END,
          414,
          431);
      add(
          "targets",
          kilobytes + " kB of parameters",
          "GET " + ASK + "&a=b".repeat(kilobytes * 256) + " HTTP/1.1\r\n" + END,
          414,
          431,
          400);
    }
  }

  private void paths() {
    for (String path :
        List.of(
            "/../etc/passwd",
            "/../../../../etc/passwd",
            "/..",
            "/sparql/..;/health",
            "/;/health",
            "/..;/",
            "/.;/health",
            "/%2e%2e/etc/passwd",
            "/%2E%2E/%2E%2E/",
            "/sparql/%2e%2e/%2e%2e/x",
            "/..%2fetc/passwd",
            "/..%5cetc",
            "/%5c..%5c",
            "/%252e%252e/",
            "/%00",
            "/health%00",
            "/health%00.html",
            "/%2500",
            "/sparql%2f",
            "/%2fhealth",
            "/%2f%2fexample.org",
            "//example.org/x",
            "///",
            "//",
            "/health/",
            "/health//",
            "/health/x",
            "/health;x=y",
            "/health;jsessionid=1",
            "/sparql;a=b?query=ASK{}",
            "/%c0%ae%c0%ae/",
            "/%c0%af",
            "/%e0%80%af",
            "/%f8%80%80%80%af",
            "/%ff",
            "/%fe%ff",
            "/%ed%a0%80",
            "/%80",
            "/%",
            "/%1",
            "/%zz",
            "/%u002e",
            "/%u0000",
            "/%-1",
            "/% 41",
            "/health%20",
            "/health%0a",
            "/health%0d%0aSet-Cookie:%20a=b",
            "/%0d%0aX:%20y",
            "/style.css%3f",
            "/style.css/../style.css/x",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/.git/config",
            "/.env",
            "/$/ping",
            "/$/stats",
            "/$/server",
            "/$/compact/x",
            "/$/datasets",
            "/$/metrics",
            "/ds/query",
            "/ds/update",
            "/shacl",
            "/sparql/query",
            "/sparql/",
            "/SPARQL?query=ASK{}",
            "/queries/../sparql/x",
            "/queries/%2e%2e%2fx",
            "/queries/a/b/c/d",
            "/${jndi:ldap://127.0.0.1:1/a}",
            "/$%7Bjndi:ldap:%2f%2f127.0.0.1%7D",
            "/" + "a/".repeat(5_000),
            "/" + "../".repeat(2_000),
            "/" + "%2e%2e%2f".repeat(500),
            "/" + ";".repeat(3_000))) {
      add("paths", shown(path), "GET " + path + " HTTP/1.1\r\n" + END, 400, 404);
    }
  }

  private void headerLines() {
    for (String line :
        List.of(
            "X",
            "X Y: z",
            ": z",
            " X: y",
            "X : y",
            "X\t: y",
            "\tX: y",
            "X\0: y",
            "X: \0",
            "X: a\u0001b",
            "X: a\u007fb",
            "X: a\rb",
            "X: a\u000bb",
            "X:\u0008",
            "(X): y",
            "X@Y: z",
            "\"X\": y",
            "{X}: y",
            "X\u00fc: y",
            "\u00ff: y",
            "X: a\r\n b",
            "X: a\r\n\tb",
            "X:\r\n  y",
            "X: a\r\n \r\n b",
            "=: y",
            "[x]: y",
            "<x>: y",
            "X: y\r\r\n",
            "X,Y: z")) {
      add(
          "header lines",
          shown(line),
          "GET /health HTTP/1.1\r\n" + HOST + line + "\r\nConnection: close\r\n\r\n",
          400,
          200);
    }
    add("header lines", "folded at the very first", "GET /health HTTP/1.1\r\n X: y\r\n" + END, 400);
    add(
        "header lines",
        "a long value",
        "GET /health HTTP/1.1\r\nX: " + "y".repeat(200_000) + "\r\n" + END,
        431,
        400);
    add(
        "header lines",
        "a long name",
        "GET /health HTTP/1.1\r\n" + "x".repeat(200_000) + ": y\r\n" + END,
        431,
        400);
    add(
        "header lines",
        "a name without end",
        "GET /health HTTP/1.1\r\n" + "x".repeat(200_000),
        431,
        400);
    for (int count : new int[] {5_000, 20_000}) {
      add(
          "header lines",
          count + " of them",
          "GET /health HTTP/1.1\r\n" + "X: yyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(count) + END,
          431,
          400);
      add(
          "header lines",
          count + " different ones",
          "GET /health HTTP/1.1\r\n"
              + String.join(
                  "",
                  IntStream.range(0, count)
                      .mapToObj(i -> "X" + i + ": yyyyyyyyyyyyyyy\r\n")
                      .toList())
              + END,
          431,
          400);
    }
    add("header lines", "cut off in a name", "GET /health HTTP/1.1\r\nHos", CLOSED, 400);
    add("header lines", "cut off in a value", "GET /health HTTP/1.1\r\nHost: loc", CLOSED, 400);
    add(
        "header lines",
        "cut off before the end",
        "GET /health HTTP/1.1\r\nHost: localhost\r\n",
        CLOSED,
        400);
    add("header lines", "cut off in the first line", "GET /hea", CLOSED, 400);
    add(
        "header lines",
        "no line feeds",
        "GET /health HTTP/1.1\rHost: localhost\r\r",
        400,
        505,
        CLOSED);
    add(
        "header lines",
        "no carriage returns",
        "GET /health HTTP/1.1\nHost: localhost\nConnection: close\n\n",
        400,
        200);
  }

  private void hosts() {
    add("hosts", "none", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n", 400);
    add("hosts", "two", "GET /health HTTP/1.1\r\nHost: a\r\n" + END, 400);
    add("hosts", "the same twice", "GET /health HTTP/1.1\r\n" + HOST + END, 400);
    for (String host :
        List.of(
            "local host",
            "a/b",
            "a?b",
            "a#b",
            "user@localhost",
            "localhost:x",
            "localhost:99999",
            "localhost:-1",
            "localhost:80:80",
            "[::1",
            "::1]",
            "[zz]",
            "[]",
            ":",
            ":80",
            "http://localhost",
            "\\",
            "<script>",
            "a\"b",
            "a\0b",
            "a\tb",
            "%zz",
            "localhost\u007f",
            "{x}",
            "a|b",
            "a^b",
            "${jndi:ldap://127.0.0.1:1/a}",
            "\u00fc",
            "@",
            "a@",
            "[::1]:x",
            "[::1]x")) {
      add(
          "hosts",
          shown(host),
          "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n",
          400,
          421);
    }
  }

  private String post(String headers, String body) {
    return "POST /sparql HTTP/1.1\r\n"
        + HOST
        + "Connection: close\r\nContent-Type: application/sparql-query\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private void lengths() {
    for (String length :
        List.of(
            "-1",
            "+6",
            "0x6",
            "6.0",
            "6,7",
            "6, 7",
            "abc",
            "6 7",
            "",
            " ",
            "6;x",
            "1e1",
            "\u00b2",
            "99999999999999999999",
            "9223372036854775808",
            "-0",
            "0b1",
            "six",
            "6\u000b",
            "\0",
            "6,",
            ",6",
            "''")) {
      add(
          "lengths",
          "'" + shown(length) + "'",
          post("Content-Length: " + length + "\r\n", "ASK {}"),
          400,
          413);
    }
    add(
        "lengths",
        "two that differ",
        post("Content-Length: 6\r\nContent-Length: 7\r\n", "ASK {}"),
        400);
    add("lengths", "too long", post("Content-Length: 60\r\n", "ASK {}"), 400, CLOSED);
    add("lengths", "too short", post("Content-Length: 3\r\n", "ASK {}"), 400);
    add("lengths", "none at all", post("", "ASK {}"), 400, 411);
    add("lengths", "zero", post("Content-Length: 0\r\n", ""), 400);
    add(
        "lengths",
        "more than is ever read",
        post("Content-Length: 9223372036854775807\r\n", "ASK {}"),
        400,
        413,
        CLOSED);
  }

  private void transferEncodings() {
    String chunk = "6\r\nASK {}\r\n0\r\n\r\n";
    for (String encoding :
        List.of(
            "identity",
            "gzip",
            "x",
            "xchunked",
            "chunkedx",
            "chunked, gzip",
            "gzip, chunked",
            "chunked, chunked",
            "chunked, identity",
            "",
            "chunked;q=1",
            "\"chunked\"",
            "chun ked",
            "\u000bchunked",
            "chunked\0",
            "deflate",
            "br",
            ",chunked,gzip",
            "chunked\u00a0",
            "x, chunked",
            "trailers")) {
      add(
          "transfer encodings",
          "'" + shown(encoding) + "'",
          post("Transfer-Encoding: " + encoding + "\r\n", chunk),
          400,
          501,
          411);
    }
    for (String both :
        List.of(
            "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
            "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n",
            "Transfer-Encoding: identity\r\nContent-Length: 6\r\n",
            "Transfer-Encoding : chunked\r\nContent-Length: 6\r\n",
            "Transfer-Encoding:\r\n chunked\r\nContent-Length: 6\r\n",
            "X: y\rTransfer-Encoding: chunked\r\nContent-Length: 6\r\n",
            "transfer_encoding: chunked\r\nContent-Length: 1\r\nContent-Length: 6\r\n")) {
      add("transfer encodings", "smuggling by " + shown(both), post(both, chunk), 400, 501);
    }
    add(
        "transfer encodings",
        "chunks in HTTP/1.0",
        "POST /sparql HTTP/1.0\r\n"
            + HOST
            + "Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunk,
        400,
        411,
        501);
  }

  private void chunks() {
    for (String body :
        List.of(
            "x\r\n",
            "-6\r\nASK {}\r\n0\r\n\r\n",
            "+6\r\nASK {}\r\n0\r\n\r\n",
            "0x6\r\nASK {}\r\n0\r\n\r\n",
            "6 6\r\nASK {}\r\n0\r\n\r\n",
            "\r\nASK {}\r\n0\r\n\r\n",
            "fffffffffffffffff\r\nASK {}",
            "80000000\r\nASK {}",
            "7fffffff\r\nASK {}",
            "ffffffff\r\nASK {}",
            "6\r\nASK {}0\r\n\r\n",
            "6\r\nASK {}xx0\r\n\r\n",
            "5\r\nASK {}\r\n0\r\n\r\n",
            "7\r\nASK {}\r\n0\r\n\r\n",
            "6\r\nASK {}\r\n",
            "6\r\nASK {}",
            "6\r\nASK",
            "6\r\n",
            "6",
            "",
            "6\r\nASK {}\r\n0",
            "g\r\n",
            "6g\r\nASK {}\r\n0\r\n\r\n",
            ";\r\n",
            "\0\r\n",
            "six\r\n",
            "6\rASK {}\r0\r\r",
            "\u00b2\r\n",
            "6\r\nASK {}\r\n0\r\nX y\r\n\r\n",
            "6\r\nASK {}\r\n0\r\n: y\r\n\r\n",
            "6\r\nASK {}\r\n0\r\nX\0: y\r\n\r\n")) {
      add(
          "chunks",
          "'" + shown(body) + "'",
          post("Transfer-Encoding: chunked\r\n", body),
          400,
          413,
          CLOSED);
    }
    add(
        "chunks",
        "an extension without end",
        post("Transfer-Encoding: chunked\r\n", "6;" + "x".repeat(300_000)),
        400,
        413,
        431,
        CLOSED);
    add(
        "chunks",
        "trailers without end",
        post("Transfer-Encoding: chunked\r\n", "6\r\nASK {}\r\n0\r\n" + "X: y\r\n".repeat(50_000)),
        400,
        413,
        431,
        CLOSED);
  }

  private void expectations() {
    for (String expect :
        List.of("200-ok", "x", "100-continu", "101-continue", "\"100-continue\"")) {
      add(
          "expectations",
          shown(expect),
          post("Expect: " + expect + "\r\nContent-Length: 6\r\n", "ASK {}"),
          417,
          400);
    }
    add(
        "expectations",
        "to continue without a body",
        "GET /sparql?query=SELEKT HTTP/1.1\r\nExpect: 100-continue\r\n" + END,
        400);
  }

  private void accepts() {
    for (String accept :
        List.of(
            "text/nothing",
            "a/b/c",
            "////",
            ";;;",
            "text",
            "text/",
            "/json",
            "*",
            "*/json",
            "application/sparql-results+json;q=0",
            "application/sparql-results+json;q=2",
            "application/sparql-results+json;q=-1",
            "application/sparql-results+json;q=x",
            "application/sparql-results+json;q=",
            "application/sparql-results+json;q=NaN",
            "application/sparql-results+json;q=1e9",
            "*/*;q=0",
            ",,,",
            "\"",
            "text/html;\"",
            "text/x;q=0.0001",
            "\u00fc/\u00fc",
            "text/turtle",
            "application/octet-stream",
            "a/b;q=1;q=0;q=x",
            "text/x" + ", text/x".repeat(5_000),
            "x/" + "y".repeat(20_000),
            "${jndi:ldap://127.0.0.1:1/a}",
            "../../etc/passwd")) {
      add(
          "Accept",
          shown(accept),
          "GET " + ASK + " HTTP/1.1\r\nAccept: " + accept + "\r\n" + END,
          406,
          400,
          200,
          431);
    }
    for (String format :
        List.of(
            "nonsense",
            "ttl",
            "JSON",
            "json,xml",
            "../json",
            "json%00",
            "%0d%0aX:y",
            "",
            "x".repeat(5_000),
            "html%3Cscript%3E",
            "xml%26stylesheet%3Dx")) {
      add(
          "Accept",
          "format=" + shown(format),
          "GET " + ASK + "&format=" + format + " HTTP/1.1\r\n" + END,
          406,
          400);
    }
    add("Accept", "format twice", "GET " + ASK + "&format=json&format=xml HTTP/1.1\r\n" + END, 400);
  }

  private void contentTypes() {
    for (String type :
        List.of(
            "",
            "x",
            "/",
            "text/plain",
            "text/turtle",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "multipart/mixed; boundary=x",
            "application/json",
            "application/sparql-update",
            "application/sparql-query; charset=utf-16",
            "application/sparql-query; charset=x",
            "application/sparql-query; charset=",
            "application/sparql-query; charset=\"",
            "application/sparql-query, text/plain",
            "application/sparql-queryx",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded; charset=nonsense",
            "application/x-java-serialized-object",
            "application/octet-stream",
            "a/b/c",
            "\u00fc",
            ";",
            "${jndi:ldap://127.0.0.1:1/a}")) {
      add(
          "Content-Type",
          "'" + shown(type) + "'",
          "POST /sparql HTTP/1.1\r\nContent-Type: "
              + type
              + "\r\nContent-Length: 6\r\n"
              + END
              + "ASK {}",
          400,
          415);
    }
    add(
        "Content-Type",
        "none",
        "POST /sparql HTTP/1.1\r\nContent-Length: 6\r\n" + END + "ASK {}",
        400,
        415);
    add(
        "Content-Type",
        "two",
        "POST /sparql HTTP/1.1\r\nContent-Type: text/plain\r\n"
            + "Content-Type: application/sparql-query\r\nContent-Length: 6\r\n"
            + END
            + "ASK {}",
        400,
        415);
  }

  private void contentEncodings() {
    for (String encoding :
        List.of(
            "gzip",
            "deflate",
            "br",
            "zstd",
            "x",
            "gzip, gzip",
            "identity, gzip",
            "GZIP",
            "aes128gcm",
            "compress",
            "",
            "\"\"",
            "gzip;q=0")) {
      add(
          "Content-Encoding",
          "'" + encoding + "'",
          post("Content-Encoding: " + encoding + "\r\nContent-Length: 6\r\n", "ASK {}"),
          415,
          400);
    }
  }

  private void parameters() {
    for (String query :
        List.of(
            "",
            "?",
            "?query",
            "?query=",
            "?Query=ASK{}",
            "?query=ASK{}&query=ASK{}",
            "?query=&query=ASK%7B%7D",
            "?update=CLEAR+ALL",
            "?query=nonsense",
            "?query[]=ASK{}",
            "?query.x=ASK{}",
            "?=ASK{}",
            "?&&&",
            "?q=ASK{}",
            "?query=%20",
            "?query=%00",
            "?query=ASK%7B%7D%00",
            "?query=SELECT",
            "?query=DROP+ALL",
            "?query=ASK{}&default-graph-uri=",
            "?query=ASK{}&default-graph-uri=%20",
            "?query=ASK{}&named-graph-uri=not+an+IRI",
            "?query=ASK{}&default-graph-uri=relative",
            "?query=ASK{}&default-graph-uri=%3Curn:x%3E",
            "?query=ASK{}&default-graph-uri=urn:x%00",
            "?query=ASK{}&version=9",
            "?query=ASK{}&default-graph-uri=http://a%20b/")) {
      add(
          "parameters",
          "'" + query + "'",
          "GET /sparql"
              + query.replace("{}", "%7B%7D")
              + " HTTP/1.1\r\nAccept: application/json\r\n"
              + END,
          400,
          query.contains("version") ? 404 : query.contains("?query=") ? 400 : 200,
          query.contains("graph-uri") ? 200 : 400);
    }
    for (String form :
        List.of(
            "",
            "query",
            "query=",
            "update=CLEAR+ALL",
            "query=ASK{}&query=ASK{}",
            "query=%",
            "query=%zz",
            "query=%ff%fe",
            "%=x",
            "query=ASK%7B%7D&update=CLEAR+ALL")) {
      add(
          "parameters",
          "a form of '" + shown(form) + "'",
          "POST /sparql HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + form.length()
              + "\r\n"
              + END
              + form,
          400,
          413);
    }
    add(
        "parameters",
        "query in the address and in the form",
        "POST "
            + ASK
            + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 18\r\n"
            + END
            + "query=ASK%20%7B%7D",
        400);
    add(
        "parameters",
        "query in the address and in the body",
        "POST "
            + ASK
            + " HTTP/1.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n"
            + END
            + "ASK {}",
        400);
  }

  private void percentEncodings() {
    for (String code :
        List.of(
            "%",
            "%1",
            "%zz",
            "%g0",
            "%0g",
            "%u0041",
            "%%",
            "%25%",
            "% 41",
            "%-1",
            "%+1",
            "%c3",
            "%c3%28",
            "%a0%a1",
            "%e2%28%a1",
            "%e2%82%28",
            "%f0%28%8c%bc",
            "%f0%90%28%bc",
            "%f8%a1%a1%a1%a1",
            "%fc%a1%a1%a1%a1%a1",
            "%c0%80",
            "%c1%bf",
            "%e0%80%80",
            "%f0%80%80%80",
            "%ed%a0%80",
            "%ed%bf%bf",
            "%f4%90%80%80",
            "%fe",
            "%ff",
            "%ff%fe%00%00")) {
      add("percent encodings", code, "GET " + ASK + "%23" + code + " HTTP/1.1\r\n" + END, 400);
      add(
          "percent encodings",
          code + " in a form",
          "POST /sparql HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + (21 + code.length())
              + "\r\n"
              + END
              + "query=ASK%20%7B%7D%23"
              + code,
          400);
    }
    for (String bytes :
        List.of("\u00c3(", "\u00ff", "\u00ed\u00a0\u0080", "\u00c0\u00af", "\u0080")) {
      add(
          "percent encodings",
          "a body of bytes " + shown(bytes),
          post("Content-Length: " + (8 + bytes.length()) + "\r\n", "ASK {} #" + bytes),
          400);
    }
  }

  private void timeouts() {
    for (String timeout :
        List.of(
            "x",
            "-1",
            "0",
            "",
            "NaN",
            "Infinity",
            "1e999",
            "1,5",
            "0x10",
            "1s",
            "%00",
            "1;2",
            "--1",
            "+")) {
      add(
          "timeouts",
          "'" + timeout + "'",
          "GET " + ASK + "&timeout=" + timeout + " HTTP/1.1\r\n" + END,
          400);
    }
    add("timeouts", "two", "GET " + ASK + "&timeout=1&timeout=2 HTTP/1.1\r\n" + END, 400);
  }

  private void conditionsAndRanges() {
    for (String header :
        List.of(
            "If-None-Match: x",
            "If-None-Match: \"",
            "If-None-Match: W/",
            "If-Match: \"x\"",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: -1",
            "If-Unmodified-Since: x",
            "Range: bytes=5-1",
            "Range: bytes=-",
            "Range: bytes=99999999999999999999-",
            "Range: x",
            "Range: bytes=0-0" + ",0-0".repeat(2_000),
            "Range: rows=1-2",
            "If-Range: x",
            "Cache-Control: max-age=x",
            "Cookie: " + "a=b;".repeat(1_000),
            "Accept-Encoding: \"",
            "Accept-Encoding: gzip;q=x",
            "Accept-Language: ${jndi:ldap://127.0.0.1:1/a}",
            "Origin: x",
            "Origin: null",
            "Access-Control-Request-Method: \u00fc",
            "Forwarded: for=;;;",
            "X-Forwarded-For: ${jndi:ldap://127.0.0.1:1/a}",
            "X-Forwarded-Host: a\tb",
            "X-HTTP-Method-Override: DELETE",
            "Max-Forwards: x",
            "Connection: close, x, y, Host",
            "Keep-Alive: timeout=-1",
            "Referer: \u0080\u0081",
            "User-Agent: ${jndi:rmi://127.0.0.1:1/a}",
            "Content-Length: 6",
            "TE: x",
            "Trailer: Host",
            "Via: " + "1.1 x,".repeat(500))) {
      add(
          "conditions and ranges",
          shown(header),
          "GET " + ASK + " HTTP/1.1\r\n" + header + "\r\n" + END,
          200,
          304,
          400,
          412,
          416,
          CLOSED);
    }
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

  private void credentials() {
    for (String credentials :
        List.of(
            "",
            "x",
            "Basic",
            "Basic x",
            "Basic YTpi",
            "Bearer",
            "Bearer ",
            "Bearer x y",
            "Bearer \u00ff",
            "Bearer " + "x".repeat(5_000),
            "Digest a=b",
            "Negotiate x",
            "bearer ${jndi:ldap://127.0.0.1:1/a}",
            "Bearer ../../etc/passwd")) {
      add(
          "credentials",
          "'" + shown(credentials) + "'",
          "POST /update HTTP/1.1\r\nAuthorization: "
              + credentials
              + "\r\nContent-Type: application/sparql-update\r\nContent-Length: 9\r\n"
              + END
              + "CLEAR ALL",
          400,
          401,
          404);
    }
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
}
