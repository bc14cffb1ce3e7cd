package org.dramatis.http.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.dramatis.model.Version;

/**
 * All that an answer depends on.
 *
 * @param version the data
 * @param text the query
 * @param defaultGraphs the graphs that the request chose
 * @param namedGraphs the named graphs that the request chose
 * @param form how it is written, exactly
 * @param cutAt the most rows that the client wants
 */
public record AnswerKey(
    Version version,
    String text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    String form,
    OptionalLong cutAt) {

  /** The tag of the answer from its version. */
  public EntityTag tag(VersionTag ofVersion) {
    List<String> parts = new ArrayList<>(List.of(text));
    for (List<String> graphs : List.of(defaultGraphs, namedGraphs)) {
      parts.add(Integer.toString(graphs.size()));
      parts.addAll(graphs);
    }
    parts.add(form);
    parts.add(cutAt.toString());
    return ofVersion.of(parts.toArray(String[]::new));
  }

  int characters() {
    return text.length()
        + defaultGraphs.stream().mapToInt(String::length).sum()
        + namedGraphs.stream().mapToInt(String::length).sum();
  }
}
