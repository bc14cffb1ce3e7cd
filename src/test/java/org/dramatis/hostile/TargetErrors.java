package org.dramatis.hostile;

import java.util.List;

/** Targets that are no address, and paths that lead nowhere or out. */
final class TargetErrors extends ErrorTopic {

  @Override
  void collect() {
    targets();
    paths();
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
            "/assets/x/style.css%3f",
            "/assets/x/style.css/../style.css/x",
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
}
