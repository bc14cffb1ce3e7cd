package org.dramatis.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.Path;

/**
 * What is wrong with something that was read. The one family of errors that a person can do
 * something about; each says where, what, and what to do, on one line.
 */
public sealed interface Problem {

  /** Where it is. */
  Place place();

  /** What is wrong, as a clause without a full stop. */
  String what();

  /** What to do about it, as an imperative clause. */
  String remedy();

  /** Whether nothing can be accepted while the problem is there. */
  default boolean blocks() {
    return true;
  }

  /** The whole on one line: {@code file:line:column: what — what to do}. */
  default String message() {
    return (place() + ": " + what() + " — " + remedy()).replaceAll("\\R", " ");
  }

  /** A file or folder that is not there or cannot be read. */
  record Unreadable(Place place, String why) implements Problem {
    @Override
    public String what() {
      return "cannot be read: " + why;
    }

    @Override
    public String remedy() {
      return "check the path and its permissions";
    }
  }

  /** Something that is not what its format says: bytes, syntax, an IRI, a literal. */
  record Malformed(Place place, String what, String remedy) implements Problem {}

  /** A document that would take more than there is to read it in its syntax. */
  record TooCostly(Place place, String what) implements Problem {
    @Override
    public String remedy() {
      return "send it as Turtle or N-Quads, which are read bit by bit";
    }
  }

  /** More statements at once than can be checked. */
  record TooManyToCheck(Place place, long statements, long most) implements Problem {
    @Override
    public String what() {
      return "%,d statements at once are more than the %,d for which there is memory to check them"
          .formatted(statements, most);
    }

    @Override
    public String remedy() {
      return "give the program more memory, load it in parts, or into a project without rules";
    }
  }

  /** Says that a file had more problems than are listed. */
  record TooMany(Place place, int listed) implements Problem {
    @Override
    public String what() {
      return "there are more problems than the " + listed + " listed";
    }

    @Override
    public String remedy() {
      return "mend these and check again";
    }
  }

  /** A request that comes under the name of another one. */
  record AnotherRequest(Place place, Version version) implements Problem {
    @Override
    public String what() {
      return "the key has been sent with another request, which made version " + version;
    }

    @Override
    public String remedy() {
      return "send each request with a key of its own";
    }
  }

  /** A document that puts statements into a graph that is not its source's. */
  record ForeignGraph(Place place, Node graph, Node source) implements Problem {
    @Override
    public String what() {
      return "states something in the graph " + Terms.show(graph);
    }

    @Override
    public String remedy() {
      return "leave the graph out, or name it " + Terms.show(source);
    }
  }

  /** A write to what cannot be written. */
  record NotWritable(Place place, String what) implements Problem {
    @Override
    public String remedy() {
      return "name the graph that is to say it";
    }
  }

  /** A write to a graph that is not the writer's to change. */
  record Forbidden(Place place, Node graph, String writer) implements Problem {
    @Override
    public String what() {
      String name = Quad.isDefaultGraph(graph) ? "the default graph" : Terms.show(graph);
      return "changes " + name + ", which '" + writer + "' may not";
    }

    @Override
    public String remedy() {
      return "use a token for that graph";
    }
  }

  /** A seed that does not say whose it is, or says it twice. */
  record NotOneSource(Place place, List<Node> declared) implements Problem {
    /** Copies the list. */
    public NotOneSource {
      declared = List.copyOf(declared);
    }

    @Override
    public String what() {
      return declared.isEmpty()
          ? "declares no d:Source"
          : "declares several sources: "
              + declared.stream().map(Terms::show).collect(Collectors.joining(", "));
    }

    @Override
    public String remedy() {
      return "declare exactly one d:Source in each seed";
    }
  }

  /** A seed that the order does not name, or the reverse. */
  record NotInOrder(Place place, String what, String remedy) implements Problem {}

  /**
   * A node that a SHACL shape refuses; a shape of lesser severity than a violation only warns.
   *
   * @param component the kind of constraint that is not met
   */
  record ShapeViolation(
      Place place,
      Node shape,
      Node focus,
      Optional<Path> path,
      Optional<Node> value,
      String why,
      Node component,
      boolean blocks)
      implements Problem {
    @Override
    public String what() {
      return Terms.show(focus)
          + path.map(p -> " " + Terms.show(p)).orElse("")
          + value.map(v -> " " + Terms.show(v)).orElse("")
          + ": "
          + why;
    }

    @Override
    public String remedy() {
      return "see the shape " + Terms.show(shape);
    }
  }

  /** A row that a query of {@code ontology/checks} finds, where it should find none. */
  record CheckViolation(Place place, String check, String title, String why, Map<String, Node> row)
      implements Problem {
    /** Keeps the order of the row's variables. */
    public CheckViolation {
      row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }

    @Override
    public String what() {
      return title
          + ": "
          + row.entrySet().stream()
              .map(cell -> "?" + cell.getKey() + " = " + Terms.show(cell.getValue()))
              .collect(Collectors.joining(", "));
    }

    @Override
    public String remedy() {
      return "see " + check + ": " + why;
    }
  }

  /** A passage whose words are not where the graph says they are. */
  record PassageMismatch(Place place, Node passage, String why, String remedy) implements Problem {
    @Override
    public String what() {
      return Terms.show(passage) + ": " + why;
    }
  }

  /** A line that is not as the canonical form of Turtle has it. */
  record NotCanonical(Place place, String expected, String actual) implements Problem {
    @Override
    public String what() {
      return "expected «" + expected + "» but found «" + actual + "»";
    }

    @Override
    public String remedy() {
      return "let the file be rewritten in canonical form";
    }
  }
}
