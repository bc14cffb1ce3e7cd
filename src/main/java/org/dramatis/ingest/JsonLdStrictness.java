package org.dramatis.ingest;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.langtagx.LangTagX;

/**
 * Keeps the JSON-LD processor from fetching anything, and finds what it would drop without a word
 * that reaches us: values with a bad language tag, and predicates that are blank nodes.
 */
final class JsonLdStrictness {

  private static final Pattern UNDEFINED = Pattern.compile("\\[([^\\[\\]]*)]");

  /** What the processor makes of a text, all together. */
  private static final long MEMORY_A_CHARACTER = 32;

  private static final Logger PROCESSOR = Logger.getLogger("com.apicatalog");

  static {
    // What it would warn of on standard error is refused here, with the document's name.
    PROCESSOR.setLevel(Level.OFF);
  }

  private JsonLdStrictness() {}

  /**
   * For a document that has passed the check; IRIs are passed on, so that Jena refuses bad ones.
   */
  static JsonLdOptions options(Duration longest) {
    return options(longest, remote -> {});
  }

  private static JsonLdOptions options(Duration longest, Consumer<URI> refusal) {
    JsonLdOptions options =
        new JsonLdOptions((remote, how) -> {
          refusal.accept(remote);
          throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
        });
    options.setTimeout(longest);
    options.setUriValidation(UriValidationPolicy.None);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    return options;
  }

  /** False if the document is no JSON-LD, or too much of it, so that it is not to be parsed. */
  static boolean check(
      String text, Optional<String> base, Allowance allowance, ProblemCollector problems) {
    Optional<String> tooMuch = JsonLdCost.ofExpanding(text, base);
    if (tooMuch.isPresent()) {
      problems.tooCostly(tooMuch.get());
      return false;
    }
    allowance.take(text.length() * MEMORY_A_CHARACTER);
    int before = problems.complaints();
    try {
      JsonDocument document = JsonDocument.of(new StringReader(text));
      JsonLdOptions options = options(allowance.left(), remote -> refuse(remote, problems));
      JsonArray expanded = JsonLd.expand(document).options(options).get();
      Optional<String> tooMany = JsonLdCost.ofStatements(expanded);
      tooMany.ifPresent(problems::tooCostly);
      check(expanded, problems);
      return tooMany.isEmpty();
    } catch (JsonLdError error) {
      allowance.take(0); // What ended it may have been the end of the time.
      if (problems.complaints() == before) {
        explain(error, problems);
      }
      return false;
    }
  }

  private static void refuse(URI remote, ProblemCollector problems) {
    problems.add(
        "The remote context <" + remote + "> is not fetched",
        "copy the context into the document",
        -1,
        -1);
  }

  private static void explain(JsonLdError error, ProblemCollector problems) {
    String message = String.valueOf(error.getMessage());
    Matcher term = UNDEFINED.matcher(message);
    if (error.getCode() == JsonLdErrorCode.UNDEFINED_TERM && term.find()) {
      problems.add(
          "The term '" + term.group(1) + "' is not defined", "define it in the context", -1, -1);
    } else {
      problems.add(message, -1, -1);
    }
  }

  private static void check(JsonValue expanded, ProblemCollector problems) {
    switch (expanded.getValueType()) {
      case ARRAY -> expanded.asJsonArray().forEach(value -> check(value, problems));
      case OBJECT -> check(expanded.asJsonObject(), problems);
      default -> {}
    }
  }

  private static void check(JsonObject object, ProblemCollector problems) {
    if (object.containsKey("@value")) {
      checkLiteral(object, problems);
      return;
    }
    object.forEach((key, value) -> {
      if (key.startsWith("_:")) {
        problems.add("A predicate is the blank node " + key, "use an IRI", -1, -1);
      }
      check(value, problems);
    });
  }

  private static void checkLiteral(JsonObject literal, ProblemCollector problems) {
    if (literal.get("@language") instanceof JsonString tag
        && !LangTagX.checkLanguageTag(tag.getString())) {
      problems.add("Language not valid: " + tag.getString(), -1, -1);
    }
    if (literal.containsKey("@direction")) {
      problems.add("A text has a base direction", "write it as Turtle, which keeps it", -1, -1);
    }
  }
}
