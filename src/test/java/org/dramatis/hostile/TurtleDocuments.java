package org.dramatis.hostile;

import java.util.List;
import org.apache.jena.riot.Lang;

/** What is no Turtle, no N-Triples or no N-Quads. */
final class TurtleDocuments extends DocumentTopic {

  @Override
  void collect() {
    brokenTurtle();
  }

  private void brokenTurtle() {
    for (String text :
        List.of(
            "undeclared:x <ex:p> 1 .",
            "@prefix x: <ex:x:> x:a x:b 1 .",
            "@prefix : .",
            "@base .",
            "<ex:s> <ex:p> .",
            "<ex:s> 1 <ex:o> .",
            "\"x\" <ex:p> 1 .",
            "<ex:s> _:b 1 .",
            "<ex:s> <ex:p> 1 , , 2 .",
            "<ex:s> <ex:p> ( .",
            "<ex:s> <ex:p> ] .",
            "<ex:s> <ex:p> 1",
            "<ex:s> <ex:p> 1 ..",
            "<ex:s> <ex:p> 1e .",
            "<ex:s> <ex:p> ?x .",
            "<ex:s> <ex:p> $x .",
            "{ ?s ?p ?o } => { ?s ?p 1 } .",
            "<ex:s> = <ex:o> .",
            "@forAll <ex:x> .",
            "<ex:s> <ex:p> 'x' 'y' .",
            "<ex:s> <ex:p> <<( 1 <ex:p> 1 )>> .",
            "<<( <ex:s> <ex:p> 1 )>> <ex:q> 1 .",
            "<ex:s> <ex:p> \"\"\"x\"\" .",
            "_: <ex:p> 1 .",
            "<ex:g> { <ex:s> <ex:p> 1 }",
            "GRAPH <ex:g> { }",
            "VERSION 1.2",
            "PREFIX x: <ex:x> .",
            "SELECT * { ?s ?p ?o }",
            "INSERT DATA { <ex:s> <ex:p> 1 }",
            "<ex:s> <ex:p> 1 {| |} .",
            "a a a .",
            "() .",
            "true <ex:p> 1 .",
            "<ex:s> <ex:p> x:%zz .",
            "<ex:s> <ex:p> a .",
            "@prefix x: <ex:x:> . x:\\q <ex:p> 1 .",
            "\u00a0<ex:s> <ex:p> 1 .")) {
      add("broken Turtle", "'" + text + "'", Lang.TURTLE, text);
    }
    for (String text :
        List.of(
            "<ex:s> <ex:p> 1 .",
            "<ex:s> a <ex:t> .",
            "<ex:s> <ex:p> 'x' .",
            "<ex:s> <ex:p> \"x\"",
            "@prefix x: <ex:x:> .",
            "<s> <ex:p> \"x\" .",
            "<ex:s> <ex:p> \"x\" ; <ex:q> \"y\" .",
            "<ex:s> <ex:p> \"x\" <ex:g> .",
            "<ex:s> <ex:p> [] .",
            "<ex:s> <ex:p> true .",
            "<ex:s> <ex:p> \"\"\"x\"\"\" .",
            "<ex:s> <ex:p> << <ex:a> <ex:b> <ex:c> >> .")) {
      add("broken N-Triples", "'" + text + "'", Lang.NTRIPLES, text);
    }
    for (String text :
        List.of(
            "<ex:s> <ex:p> \"x\" \"g\" .",
            "<ex:s> <ex:p> \"x\" <ex:g> <ex:h> .",
            "<ex:s> <ex:p> \"x\" <relative> .",
            "GRAPH <ex:g> { }",
            "<ex:g> { <ex:s> <ex:p> 1 }")) {
      add("broken N-Triples", "'" + text + "' as quads", Lang.NQUADS, text);
    }
  }
}
