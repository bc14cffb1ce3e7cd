package org.dramatis.hostile;

import java.util.List;
import java.util.stream.IntStream;

/** Header fields that break their syntax, or say what cannot be. */
final class HeaderErrors extends ErrorTopic {

  @Override
  void collect() {
    headerLines();
    hosts();
    conditionsAndRanges();
    credentials();
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
}
