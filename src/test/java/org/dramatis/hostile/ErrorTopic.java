package org.dramatis.hostile;

import java.util.ArrayList;
import java.util.List;

/** Protocol errors of one topic: one line of data each, the request around it. */
abstract class ErrorTopic {

  static final String ASK = "/sparql?query=ASK%20%7B%7D";
  static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";
  static final String HOST = "Host: localhost\r\n";
  static final Integer CLOSED = 0;

  private final List<ProtocolError> cases = new ArrayList<>();

  /** Adds the cases, family by family. */
  abstract void collect();

  /** Every case, in a fixed order. */
  final List<ProtocolError> cases() {
    collect();
    return List.copyOf(cases);
  }

  final void add(String family, String name, String bytes, Integer... right) {
    cases.add(ProtocolError.of(family, name, bytes, right));
  }

  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(60)
        .forEach(c ->
            shown.append(c > ' ' && c < 0x7f ? String.valueOf((char) c) : "\\x%02x".formatted(c)));
    return shown + (text.length() > 60 ? "… (" + text.length() + ")" : "");
  }

  static String post(String headers, String body) {
    return "POST /sparql HTTP/1.1\r\n"
        + HOST
        + "Connection: close\r\nContent-Type: application/sparql-query\r\n"
        + headers
        + "\r\n"
        + body;
  }
}
