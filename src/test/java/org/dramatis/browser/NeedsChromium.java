package org.dramatis.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a test out where there is no browser, and says so in one line. */
final class NeedsChromium implements ExecutionCondition {

  private static final String LEFT_OUT =
      "no Chromium was found: no page was opened in a browser; install it, or name it in "
          + Chromium.VARIABLE;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a Chromium");
    }
    if (context.getTestMethod().isEmpty()) {
      System.out.println(LEFT_OUT);
    }
    return ConditionEvaluationResult.disabled(LEFT_OUT);
  }
}
