package org.dramatis.hostile;

import java.util.List;

/** Bodies whose length, encoding or type is wrong. */
final class BodyErrors extends ErrorTopic {

  @Override
  void collect() {
    lengths();
    transferEncodings();
    chunks();
    expectations();
    contentTypes();
    contentEncodings();
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
}
