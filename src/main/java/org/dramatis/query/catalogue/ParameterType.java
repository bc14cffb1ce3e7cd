package org.dramatis.query.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.dramatis.model.Namespaces;

/** What a parameter of a published query takes, and the term that a value of it becomes. */
public sealed interface ParameterType {

  /** The type for people. */
  String label();

  /** An example of a value. */
  String example();

  /** The term that the text stands for, or nothing if the text is not of this type. */
  Optional<Node> parse(String text);

  /** The type that the end of a variable's name calls for, or nothing if there is no such type. */
  static Optional<ParameterType> named(String suffix) {
    return switch (suffix) {
      case "" -> Optional.of(new Text());
      case "iri" -> Optional.of(new Iri());
      case "integer" -> Optional.of(new Value("an integer", "3", XSDDatatype.XSDinteger));
      case "decimal" -> Optional.of(new Value("a decimal number", "2.5", XSDDatatype.XSDdecimal));
      case "date" -> Optional.of(new Value("a date", "2022-07-29", XSDDatatype.XSDdate));
      case "boolean" -> Optional.of(new Value("true or false", "true", XSDDatatype.XSDboolean));
      default ->
          LanguageText.TAG.matcher(suffix).matches()
              ? Optional.of(new LanguageText(suffix))
              : Optional.empty();
    };
  }

  /** An absolute IRI, or a name with one of the usual prefixes. */
  record Iri() implements ParameterType {
    @Override
    public String label() {
      return "an IRI";
    }

    @Override
    public String example() {
      return Namespaces.entities("film") + "purple-hearts";
    }

    @Override
    public Optional<Node> parse(String text) {
      try {
        IRIx iri = IRIx.create(expand(text));
        return iri.isReference() ? Optional.of(NodeFactory.createURI(iri.str())) : Optional.empty();
      } catch (IRIException malformed) {
        return Optional.empty();
      }
    }

    private static String expand(String text) {
      int colon = text.indexOf(':');
      if (colon < 0 || text.startsWith("//", colon + 1)) {
        return text;
      }
      Map<String, String> prefixes = Namespaces.prefixes();
      String prefix = text.substring(0, colon);
      return prefixes.containsKey(prefix) ? prefixes.get(prefix) + text.substring(colon + 1) : text;
    }
  }

  /** A value of a datatype of XML Schema. */
  record Value(String label, String example, XSDDatatype datatype) implements ParameterType {
    @Override
    public Optional<Node> parse(String text) {
      return text.equals(text.strip()) && datatype.isValid(text)
          ? Optional.of(NodeFactory.createLiteralDT(text, datatype))
          : Optional.empty();
    }
  }

  /** A plain string. */
  record Text() implements ParameterType {
    @Override
    public String label() {
      return "a text";
    }

    @Override
    public String example() {
      return "Purple Hearts";
    }

    @Override
    public Optional<Node> parse(String text) {
      return Optional.of(NodeFactory.createLiteralString(text));
    }
  }

  /** A text in one language. */
  record LanguageText(String tag) implements ParameterType {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

    @Override
    public String label() {
      return "a text in the language '" + tag + "'";
    }

    @Override
    public String example() {
      return "Purple Hearts";
    }

    @Override
    public Optional<Node> parse(String text) {
      return Optional.of(NodeFactory.createLiteralLang(text, tag));
    }
  }
}
