package org.dramatis.hostile;

import java.util.List;
import org.apache.jena.riot.Lang;

/** Contexts from elsewhere, and what is no JSON or no JSON-LD. */
final class JsonDocuments extends DocumentTopic {

  @Override
  void collect() {
    remoteContexts();
    brokenJson();
    brokenJsonLd();
  }

  private void remoteContexts() {
    for (String context :
        List.of(
            "\"http://127.0.0.1:1/context\"",
            "\"file:///etc/passwd\"",
            "\"https://schema.org/\"",
            "[{}, \"http://127.0.0.1:1/\"]",
            "{\"@import\": \"http://127.0.0.1:1/\"}",
            "{\"p\": {\"@id\": \"ex:p\", \"@context\": \"http://127.0.0.1:1/\"}}",
            "{\"T\": {\"@id\": \"ex:T\", \"@context\": \"http://127.0.0.1:1/\"}}",
            "\"relative\"",
            "\"jar:file:///x!/y\"",
            "\"classpath:/logback.xml\"")) {
      add(
          "remote contexts",
          context,
          Lang.JSONLD,
          "{\"@context\": " + context + ", \"@type\": \"T\", \"p\": {\"@id\": \"ex:o\"}}");
    }
    add(
        "remote contexts",
        "in a nested node",
        Lang.JSONLD,
        "{\"ex:p\": {\"@context\": \"http://127.0.0.1:1/\", \"ex:q\": 1}}");
  }

  private void brokenJson() {
    for (String json :
        List.of(
            "",
            "nonsense",
            "{",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{a: 1}",
            "{'a': 1}",
            "{\"a\": 1,}",
            "[1,]",
            "{\"a\": 01}",
            "{\"a\": +1}",
            "{\"a\": .5}",
            "{\"a\": NaN}",
            "{\"a\": Infinity}",
            "{\"a\": 0x1}",
            "{\"a\": 1} {\"b\": 2}",
            "{\"a\": 1} x",
            "// x\n{}",
            "{\"a\": /* x */ 1}",
            "{\"a\": \"\t\"}",
            "{\"ex:a\": 1, \"ex:a\": 2}",
            "{\"@id\": \"ex:a\", \"@id\": \"ex:b\"}",
            "{\"@context\": {}, \"@context\": {}}",
            "{\"\\u0061\": 1, \"a\": 2}",
            "null x",
            "\"",
            "{\"ex:p\": 1E-999999999}")) {
      add("broken JSON", "'" + json.strip() + "'", Lang.JSONLD, json);
    }
  }

  private void brokenJsonLd() {
    for (String json :
        List.of(
            "{\"@id\": 1}",
            "{\"@id\": null, \"ex:p\": {\"@value\": {}}}",
            "{\"@type\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@type\": \"@id\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"y\": 1}}",
            "{\"ex:p\": {\"@list\": {\"@set\": []}, \"ex:q\": 1}}",
            "{\"@context\": {\"@vocab\": 1}}",
            "{\"@context\": {\"@version\": 9}}",
            "{\"@context\": {\"@base\": {}}}",
            "{\"@context\": 1}",
            "{\"@context\": {\"a\": \"b\", \"b\": \"a\"}, \"a\": 1}",
            "{\"@context\": {\"@id\": \"ex:x\"}}",
            "{\"@context\": {\"p\": {\"@type\": \"nonsense\"}}, \"p\": 1}",
            "{\"undefined\": 1}",
            "{\"_:b\": 1, \"@id\": \"ex:s\"}",
            "{\"@reverse\": 1}",
            "{\"@graph\": 1}",
            "{\"@included\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@language\": 1}}",
            "{\"@index\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@direction\": \"up\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"@direction\": \"rtl\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"@language\": \"en\", \"@type\": \"ex:t\"}}")) {
      add("broken JSON-LD", json, Lang.JSONLD, json);
    }
  }
}
