package org.dramatis.hostile;

import java.util.List;

/** Parameters that are missing, doubled or unreadable, and formats that there are not. */
final class ParameterErrors extends ErrorTopic {

  @Override
  void collect() {
    parameters();
    percentEncodings();
    timeouts();
    accepts();
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
}
