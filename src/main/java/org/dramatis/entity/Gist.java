package org.dramatis.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.Vocabulary.Properties;

/** An entity in one line, as the graph has it: what it is, of what, and by or with whom. */
final class Gist {

  private static final int FIRST = 3;

  private final List<Dossier.Words> words = new ArrayList<>();

  private Gist() {}

  /** The line, in words of which some are things. */
  static List<Dossier.Words> of(Dossier dossier) {
    Gist gist = new Gist();
    String types = dossier.types().stream().map(Labelled::text).collect(Collectors.joining(", "));
    gist.say(types.isEmpty() ? dossier.kind() : types);
    gist.things(" of ", partOf(dossier));
    Node thing = dossier.thing().node();
    List<Credit> playing = with(dossier, Credit::characters, thing);
    gist.things(", played by ", all(playing, Credit::agents));
    gist.things(" in ", all(playing, Credit::works));
    List<Credit> working = with(dossier, Credit::agents, thing);
    gist.say(prefixed(": ", roles(working)));
    gist.things(" for ", all(working, Credit::works));
    List<Credit> cast =
        with(dossier, Credit::works, thing).stream().filter(Credit::isActing).toList();
    gist.things(", with ", all(cast, Credit::agents));
    return List.copyOf(gist.words);
  }

  private static List<Labelled> partOf(Dossier dossier) {
    return dossier.parts().stream()
        .flatMap(part -> part.lines().stream())
        .filter(line -> line.property().node().equals(Properties.PART_OF))
        .flatMap(line -> line.values().stream())
        .map(Dossier.Value::node)
        .toList();
  }

  private static List<Credit> with(
      Dossier dossier, Function<Credit, List<Labelled>> end, Node thing) {
    return dossier.credits().stream()
        .filter(credit -> end.apply(credit).stream().anyMatch(one -> one.node().equals(thing)))
        .toList();
  }

  private static List<Labelled> all(List<Credit> credits, Function<Credit, List<Labelled>> end) {
    Map<Node, Labelled> all = new LinkedHashMap<>();
    credits.forEach(credit -> end.apply(credit).forEach(one -> all.putIfAbsent(one.node(), one)));
    return List.copyOf(all.values());
  }

  private static String roles(List<Credit> credits) {
    return credits.stream()
        .flatMap(credit -> credit.roles().stream())
        .map(Labelled::text)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String prefixed(String prefix, String text) {
    return text.isEmpty() ? "" : prefix + text;
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      words.add(new Dossier.Words(text, Optional.empty()));
    }
  }

  private void things(String before, List<Labelled> things) {
    for (int i = 0; i < Math.min(FIRST, things.size()); i++) {
      boolean last = i == things.size() - 1;
      say(i == 0 ? before : last ? " and " : ", ");
      words.add(new Dossier.Words(things.get(i).text(), Optional.of(things.get(i).node())));
    }
    if (things.size() > FIRST) {
      say(" and %d more".formatted(things.size() - FIRST));
    }
  }
}
