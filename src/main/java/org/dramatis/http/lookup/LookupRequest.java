package org.dramatis.http.lookup;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.identifier.Lookup;

/** Reads which identifiers are asked for. */
final class LookupRequest {

  /** How many identifiers a request may have. */
  static final int MOST = 1000;

  private static final int MOST_BYTES = 1024 * 1024;
  private static final String SCHEME = "scheme";
  private static final String ID = "id";
  private static final Set<String> OTHERS = Set.of(Versions.PARAMETER, "format", "timeout");
  private static final String RULE =
      "send {\"ids\": [{\"scheme\": \"imdb\", \"id\": \"tt4614584\"}, \"wikidata:Q907311\"]}";

  private LookupRequest() {}

  /** The one in the address: under the key of its scheme, or as {@code scheme} and {@code id}. */
  static Optional<Lookup.Asked> one(Parameters parameters) throws RequestRefusedException {
    Map<String, List<String>> asked = new TreeMap<>(parameters.values());
    asked.keySet().removeAll(OTHERS);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.containsKey(SCHEME) || asked.containsKey(ID)) {
      if (asked.size() > 2) {
        throw several();
      }
      return Optional.of(new Lookup.Asked(parameters.required(SCHEME), parameters.required(ID)));
    }
    String key = asked.keySet().iterator().next();
    if (asked.size() > 1 || parameters.all(key).size() > 1) {
      throw several();
    }
    return Optional.of(new Lookup.Asked(key, parameters.required(key)));
  }

  private static RequestRefusedException several() {
    return new RequestRefusedException(
        HttpProblem.badRequest("an address asks for one identifier")
            .hinting("send up to %,d by POST".formatted(MOST)));
  }

  /** All in the body. */
  static List<Lookup.Asked> many(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    String type = Optional.ofNullable(request.getContentType()).orElse("").split(";", 2)[0];
    if (!type.strip().equalsIgnoreCase("application/json")) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType("identifiers are sent as application/json").hinting(RULE));
    }
    JsonValue body = parse(text(request));
    if (!(body instanceof JsonObject object) || !(object.get("ids") instanceof JsonArray ids)) {
      throw bad("the body is no object with an array 'ids'");
    }
    if (ids.size() > MOST) {
      throw bad("a request has at most %,d identifiers, not %,d".formatted(MOST, ids.size()));
    }
    List<Lookup.Asked> asked = new ArrayList<>();
    for (JsonValue id : ids) {
      asked.add(asked(id, asked.size()));
    }
    return asked;
  }

  private static Lookup.Asked asked(JsonValue id, int index) throws RequestRefusedException {
    if (id instanceof JsonString compact && compact.getString().indexOf(':') > 0) {
      String[] parts = compact.getString().split(":", 2);
      return new Lookup.Asked(parts[0], parts[1]);
    }
    if (id instanceof JsonObject object
        && object.get(SCHEME) instanceof JsonString scheme
        && object.get(ID) instanceof JsonString value) {
      return new Lookup.Asked(scheme.getString(), value.getString());
    }
    throw bad("number %d of 'ids' is no identifier with its scheme".formatted(index + 1));
  }

  private static JsonValue parse(String text) throws RequestRefusedException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException broken) {
      throw bad("the body is no JSON: " + broken.getMessage());
    }
  }

  private static String text(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RequestRefusedException(
          HttpProblem.tooLarge("a body of more than %,d bytes is not read".formatted(MOST_BYTES)));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw bad("the body is not UTF-8");
    }
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail).hinting(RULE));
  }
}
