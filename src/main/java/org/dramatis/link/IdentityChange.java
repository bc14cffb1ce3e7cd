package org.dramatis.link;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;

/** What is to become of an identifier. It is then gone for ever. */
public sealed interface IdentityChange {

  /** The identifier. */
  Node gone();

  /** What is to be used instead; empty if nothing is. */
  Optional<Node> successor();

  /** What happens, in a few words. */
  String story();

  /** It turns out to name the same as another one, of which all is said from now on. */
  record Merge(Node gone, Node into) implements IdentityChange {
    @Override
    public Optional<Node> successor() {
      return Optional.of(into);
    }

    @Override
    public String story() {
      return "Merge %s into %s".formatted(Terms.show(gone), Terms.show(into));
    }
  }

  /** It is replaced by a new one, which names the same. */
  record Rename(Node gone, Node to) implements IdentityChange {
    @Override
    public Optional<Node> successor() {
      return Optional.of(to);
    }

    @Override
    public String story() {
      return "Rename %s to %s".formatted(Terms.show(gone), Terms.show(to));
    }
  }

  /** It names nothing that there is, and what was said of it is not said any more. */
  record Retire(Node gone) implements IdentityChange {
    @Override
    public Optional<Node> successor() {
      return Optional.empty();
    }

    @Override
    public String story() {
      return "Retire %s".formatted(Terms.show(gone));
    }
  }

  /**
   * Reads the IRI of an entity, as a whole or with one of the usual prefixes.
   *
   * @throws ImpossibleException if it is none
   */
  static Node entity(String text) throws ImpossibleException {
    int colon = text.indexOf(':');
    Optional<String> namespace =
        Optional.ofNullable(Namespaces.prefixes().get(text.substring(0, Math.max(0, colon))));
    String iri = namespace.map(start -> start + text.substring(colon + 1)).orElse(text);
    if (!iri.matches("\\Q" + Namespaces.BASE + "\\Eid/[a-z]+/[a-z0-9-]+")) {
      throw new ImpossibleException(
          "'%s' is not the identifier of an entity, such as person:somebody or %sid/person/somebody"
              .formatted(text, Namespaces.BASE));
    }
    return NodeFactory.createURI(iri);
  }
}
