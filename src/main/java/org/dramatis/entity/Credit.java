package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.Namespaces;
import org.dramatis.model.NaturalOrder;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * Who did what in which work, and as whom.
 *
 * @param credit its name
 * @param roles what was done
 * @param claims those that connect the ones with the others
 */
public record Credit(
    Labelled credit,
    List<Labelled> agents,
    List<Labelled> roles,
    List<Labelled> characters,
    List<Labelled> works,
    Optional<Labelled> billing,
    List<Claim> claims) {

  private static final List<Node> ENDS =
      List.of(Properties.WORK, Properties.AGENT, Properties.CHARACTER);

  private static final String ACTOR = Namespaces.named("/role/actor");
  private static final String STARRING = Namespaces.named("/billing/starring");

  /** Takes copies of the lists. */
  public Credit {
    agents = List.copyOf(agents);
    roles = List.copyOf(roles);
    characters = List.copyOf(characters);
    works = List.copyOf(works);
    claims = List.copyOf(claims);
  }

  /**
   * The credits that name a thing: those of acting by billing, the others by their roles.
   *
   * @param most how many are read
   * @param cost is told every statement that is read
   */
  static List<Credit> naming(
      Graph data, Claims claims, Node thing, int most, Consumer<Triple> cost) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node end : ENDS) {
      var credited = data.find(Node.ANY, end, thing);
      while (credited.hasNext() && found.size() < most) {
        Triple triple = credited.next();
        cost.accept(triple);
        if (Kinds.isCredit(triple.getSubject())) {
          found.add(triple.getSubject());
        }
      }
    }
    List<Credit> credits =
        new ArrayList<>(found.stream().map(node -> of(data, claims, node)).toList());
    credits.sort(
        Comparator.comparing((Credit credit) -> !credit.isActing())
            .thenComparing(credit -> credit.isActing() ? "" : credit.role())
            .thenComparing(credit -> credit.billing.map(Credit::rank).orElse(2))
            .thenComparing(credit -> credit.credit.text(), NaturalOrder.INSTANCE));
    return credits;
  }

  private static int rank(Labelled billing) {
    return billing.node().hasURI(STARRING) ? 0 : 1;
  }

  private static Credit of(Graph data, Claims claims, Node credit) {
    return new Credit(
        claims.name(credit),
        named(data, claims, credit, Properties.AGENT),
        named(data, claims, credit, Properties.ROLE),
        named(data, claims, credit, Properties.CHARACTER),
        named(data, claims, credit, Properties.WORK),
        named(data, claims, credit, Properties.BILLING).stream().findFirst(),
        Stream.of(Properties.AGENT, Properties.CHARACTER, Properties.WORK)
            .flatMap(property -> data.find(credit, property, Node.ANY).toList().stream())
            .flatMap(statement -> claims.making(statement).stream())
            .toList());
  }

  private static List<Labelled> named(Graph data, Claims claims, Node credit, Node property) {
    return data.find(credit, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(TermOrder.INSTANCE)
        .map(claims::name)
        .toList();
  }

  /** Whether it is for playing somebody. */
  public boolean isActing() {
    return roles.stream().anyMatch(role -> role.node().hasURI(ACTOR));
  }

  /** What was done, in words. */
  public String role() {
    return String.join(", ", roles.stream().map(Labelled::text).toList());
  }
}
