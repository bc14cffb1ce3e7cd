// What terms are called, as people read them.
const MOST_ASKED = 100;
const LOCAL = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;

/** An IRI with one of the prefixes, given as pairs of a namespace and its prefix; null if none fits. */
export function prefixed(iri, prefixes) {
  for (const [space, prefix] of prefixes) {
    const local = iri.slice(space.length);
    if (iri.startsWith(space) && LOCAL.test(local)) {
      return { name: `${prefix}:${local}`, space, prefix };
    }
  }
  return null;
}

/** A term as its plain text; a triple term as its three. */
export function text(term) {
  if (!term) {
    return "";
  }
  return term.type === "triple"
    ? [term.value.subject, term.value.predicate, term.value.object].map(text).join(" ")
    : term.value;
}

/** The names of things, asked once each. */
export class Names {
  #known = new Map();
  #prefixes;

  /** @param prefixes namespaces by their prefixes */
  constructor(prefixes) {
    this.#prefixes = Object.entries(prefixes).map(([prefix, space]) => [space, prefix]);
  }

  /** Asks for those that are not known yet; whether there were any. */
  async learn(terms) {
    const unknown = [
      ...new Set(terms.filter((term) => term?.type === "uri").map((term) => term.value)),
    ].filter((iri) => !this.#known.has(iri));
    for (let at = 0; at < unknown.length; at += MOST_ASKED) {
      await this.#ask(unknown.slice(at, at + MOST_ASKED));
    }
    return unknown.length > 0;
  }

  /** The name of a thing; undefined if it has none, or was never asked for. */
  named(iri) {
    return this.#known.get(iri) ?? undefined;
  }

  /** A term by its name if it has one, else as short as can be. */
  shown(term) {
    if (term?.type !== "uri") {
      return text(term);
    }
    return this.named(term.value) ?? prefixed(term.value, this.#prefixes)?.name ?? term.value;
  }

  async #ask(iris) {
    // What is asked for is not asked for again, whatever comes of it.
    iris.forEach((iri) => this.#known.set(iri, null));
    const values = iris.filter((iri) => !/[<>"{}|^`\\\s]/.test(iri)).map((iri) => `<${iri}>`);
    const query = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?thing (MIN(STR(?name)) AS ?label) WHERE { VALUES ?thing { ${values.join(" ")} }
      ?thing rdfs:label|skos:prefLabel ?name } GROUP BY ?thing`;
    const answer = await fetch("/sparql", {
      method: "POST",
      headers: { Accept: "application/sparql-results+json" },
      body: new URLSearchParams({ query }),
    });
    if (answer.ok) {
      for (const row of (await answer.json()).results.bindings) {
        this.#known.set(row.thing.value, row.label.value);
      }
    }
  }
}
