package org.dramatis.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.ingest.Successors;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;
import org.dramatis.store.Draft;

/**
 * Carries out what is to become of identifiers, in all graphs at once: with its statements their
 * claims change too, and what has happened is recorded.
 */
public final class Identities {

  private static final Node REIFIES = RDF.reifies.asNode();

  /** What the register says of an identifier, of which one is enough. */
  private static final Set<Node> REGISTERED =
      Set.of(RDF.Nodes.type, RDFS.Nodes.label, RDFS.Nodes.comment);

  private final Draft draft;
  private final Node gone;

  private Identities(Draft draft, Node gone) {
    this.draft = draft;
    this.gone = gone;
  }

  /**
   * Changes a draft.
   *
   * @param by who does it
   * @param why the reason, in a line
   * @throws ImpossibleException if it cannot be done; the draft is then as it was
   */
  public static void apply(IdentityChange change, Draft draft, Instant when, String by, String why)
      throws ImpossibleException {
    Identities identities = new Identities(draft, change.gone());
    List<Quad> mentions = identities.mentions();
    identities.check(change, mentions);
    switch (change) {
      case IdentityChange.Merge(Node _, Node into) -> identities.replace(mentions, into, true);
      case IdentityChange.Rename(Node _, Node to) -> identities.replace(mentions, to, false);
      case IdentityChange.Retire _ -> identities.withdraw(mentions);
    }
    identities.record(change, when, by, why);
  }

  /** The reason that was given, as a line. */
  public static String reason(Optional<String> given) {
    String line = given.orElse("").strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "no reason was given" : line;
  }

  /** Every statement that has the identifier anywhere in it, outside the record. */
  private List<Quad> mentions() {
    List<Quad> found = new ArrayList<>();
    Iterator<Quad> all = draft.statements();
    while (all.hasNext()) {
      Quad quad = all.next();
      if (!quad.getGraph().equals(ServiceRecord.GRAPH) && mentions(quad.asTriple())) {
        found.add(quad);
      }
    }
    return found;
  }

  private boolean mentions(Triple triple) {
    Node object = triple.getObject();
    return triple.getSubject().equals(gone)
        || triple.getPredicate().equals(gone)
        || object.equals(gone)
        || (object.isTripleTerm() && mentions(object.getTriple()));
  }

  private void check(IdentityChange change, List<Quad> mentions) throws ImpossibleException {
    String name = Terms.show(gone);
    if (isGone(gone)) {
      throw new ImpossibleException(name + " is gone already, and stays so");
    }
    if (mentions.isEmpty()) {
      throw new ImpossibleException("nothing is known of " + name);
    }
    if (change.successor().isEmpty()) {
      return;
    }
    Node successor = change.successor().get();
    String next = Terms.show(successor);
    if (successor.equals(gone)) {
      throw new ImpossibleException(name + " cannot take its own place");
    }
    if (!kind(successor).equals(kind(gone))) {
      throw new ImpossibleException(
          "%s and %s are of different kinds, as their addresses tell".formatted(name, next));
    }
    if (isGone(successor)) {
      throw new ImpossibleException(next + " is gone itself; name what came instead of it");
    }
    boolean known =
        draft.contains(Node.ANY, successor, Node.ANY, Node.ANY)
            || draft.contains(Node.ANY, Node.ANY, Node.ANY, successor);
    switch (change) {
      case IdentityChange.Merge _ when !known ->
          throw new ImpossibleException(
              "nothing is known of %s; to give %s a new name, rename it".formatted(next, name));
      case IdentityChange.Rename _ when known ->
          throw new ImpossibleException(
              "%s names something already; to make one of the two, merge them".formatted(next));
      case IdentityChange.Merge _, IdentityChange.Rename _, IdentityChange.Retire _ -> {}
    }
  }

  private boolean isGone(Node identifier) {
    return draft.contains(ServiceRecord.GRAPH, identifier, ServiceRecord.ENDED, Node.ANY);
  }

  private static String kind(Node entity) {
    return entity.getURI().substring(0, entity.getURI().lastIndexOf('/'));
  }

  /**
   * Puts the successor in all places. A merged one leaves its entry in the register behind: that
   * was about the name. That the two are one would then say that one is itself: it has done its
   * work and goes, with its claims.
   */
  private void replace(List<Quad> mentions, Node successor, boolean merged) {
    Successors successors = new Successors(Map.of(gone, successor));
    Set<Node> claims = new HashSet<>();
    for (Quad quad : mentions) {
      draft.delete(quad);
      Triple triple = successors.rewrite(quad.asTriple());
      if (merged && isIdentity(triple)) {
        if (triple.getPredicate().equals(REIFIES)) {
          claims.add(triple.getSubject());
        }
      } else if (!(merged && isEntry(quad))) {
        draft.add(Quad.create(quad.getGraph(), triple));
      }
    }
    withdrawClaims(claims);
  }

  private boolean isEntry(Quad quad) {
    return quad.getSubject().equals(gone)
        && REGISTERED.contains(quad.getPredicate())
        && !draft.contains(
            Node.ANY, Node.ANY, REIFIES, NodeFactory.createTripleTerm(quad.asTriple()));
  }

  private static boolean isIdentity(Triple triple) {
    Node object = triple.getObject();
    return object.isTripleTerm()
        ? isIdentity(object.getTriple())
        : triple.getPredicate().equals(Properties.IDENTIFIED_WITH)
            && triple.getSubject().equals(object);
  }

  /** Takes away what is said, and with it the claims that say nothing else. */
  private void withdraw(List<Quad> mentions) {
    Set<Node> claims = new HashSet<>();
    for (Quad quad : mentions) {
      draft.delete(quad);
      if (quad.getPredicate().equals(REIFIES)) {
        claims.add(quad.getSubject());
      }
    }
    withdrawClaims(claims);
  }

  private void withdrawClaims(Set<Node> claims) {
    for (Node claim : claims) {
      draft.deleteAny(Node.ANY, claim, Node.ANY, Node.ANY);
      draft.deleteAny(Node.ANY, Node.ANY, Node.ANY, claim);
    }
  }

  private void record(IdentityChange change, Instant when, String by, String why) {
    ServiceRecord.description().forEach(draft::add);
    Instant moment = when.truncatedTo(ChronoUnit.MILLIS);
    say(
        ServiceRecord.ENDED,
        NodeFactory.createLiteralDT(moment.toString(), XSDDatatype.XSDdateTime));
    say(ServiceRecord.BY, NodeFactory.createLiteralString(by));
    say(ServiceRecord.WHY, NodeFactory.createLiteralString(why));
    change.successor().ifPresent(successor -> say(ServiceRecord.IS_REPLACED_BY, successor));
  }

  private void say(Node property, Node value) {
    draft.add(Quad.create(ServiceRecord.GRAPH, gone, property, value));
  }
}
