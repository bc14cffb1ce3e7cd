package org.dramatis.http.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the Reconciliation Service API that are spoken. */
public enum Protocol {
  /** Final report of April 2023, which OpenRefine speaks. */
  V0_2("0.2"),
  /** The draft of the next one. */
  V1_0("1.0-draft");

  private final String number;

  Protocol(String number) {
    this.number = number;
  }

  /** As the specifications write it. */
  public String number() {
    return number;
  }

  /** The version of a number. */
  static Optional<Protocol> of(String number) {
    return Arrays.stream(values()).filter(each -> each.number.equals(number)).findFirst();
  }

  /** All numbers, the older first. */
  public static List<String> numbers() {
    return Arrays.stream(values()).map(Protocol::number).toList();
  }
}
