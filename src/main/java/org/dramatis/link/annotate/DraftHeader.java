package org.dramatis.link.annotate;

import java.util.List;
import org.dramatis.model.Terms;

/**
 * What a person has to know who completes a draft.
 *
 * @param source that is drafted
 */
record DraftHeader(Draft.Source source) {

  /** The comments, with a line for each mention. */
  String write(List<String> mentions) {
    StringBuilder header = new StringBuilder();
    """
    A draft of what a source claims: its sentences, and the names in it that the graph has. To be completed:
    - %1$s: look at the label; say in an rdfs:comment what it is; give its d:url and dcterms:license.
    - Each name below was found by a program. Take away what is wrong, with its passage and its claim; what is
      not found is registered in seeds/register.ttl, if it is new, and gets a passage of its own.
    - For all that a sentence says write a statement with its claim: `subject predicate object ~ c:N`, and of
      c:N its label in your own words, layer, modality, polarity, topic, source and passage. Whose words
      it relates goes into d:attributedTo; what it denies or leaves open is not stated.
    - Take away the passages that no claim rests on. The words of the source do not belong here.
    - Name this file in seeds/order.txt, behind those whose entities it speaks of; take away these lines; then
      dramatis format && dramatis check --text TEXT --document %1$s
    Mentions, each with its sentence, its place, what it is, how sure that is, and what else it may be:
    """
        .formatted(Terms.show(source.node()))
        .lines()
        .forEach(line -> header.append("# ").append(line).append('\n'));
    mentions.forEach(mention -> header.append("# ").append(mention).append('\n'));
    return header.toString();
  }
}
