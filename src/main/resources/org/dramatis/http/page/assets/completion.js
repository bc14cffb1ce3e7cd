// Offers what a query can go on with: words of SPARQL, variables, prefixes, and the classes, properties and things that
// the data have.
import { autocompletion } from "@codemirror/autocomplete";
import { hoverTooltip } from "@codemirror/view";
import { prefixed } from "./names.js";
import { FUNCTIONS, KEYWORDS } from "./sparql.js";

const LEAST_LETTERS = 3;
const MOST_FOUND = 8;
const DECLARED = /PREFIX\s+([\w-]*):\s*<([^>]*)>/gi;

/** The prefixes that a text declares, by what they stand for. */
function declared(text) {
  return new Map([...text.matchAll(DECLARED)].map(([, prefix, iri]) => [iri, prefix]));
}

/** An IRI with a prefix that is declared or known; and the declaration that is missing, if one is. */
function shortened(iri, text, known) {
  const own = declared(text);
  const all = [...own, ...Object.entries(known.prefixes).map(([prefix, space]) => [space, prefix])];
  const found = prefixed(iri, all);
  if (found === null) {
    return { name: `<${iri}>`, missing: "" };
  }
  const missing = own.has(found.space) ? "" : `PREFIX ${found.prefix}: <${found.space}>\n`;
  return { name: found.name, missing };
}

/** The class of the subject before the cursor, if the text says it: "?x a d:Film". */
function classOf(before, text, known) {
  const statement = before.slice(Math.max(before.lastIndexOf("."), before.lastIndexOf("{")) + 1);
  const subject = statement.match(/([?$]\w+)\s/)?.[1];
  if (!subject) {
    return null;
  }
  const escaped = subject.replace("$", "\\$").replace("?", "\\?");
  const type = text.match(new RegExp(`${escaped}\\s+a\\s+(?:<([^>]+)>|([\\w-]*):([\\w-]+))`));
  if (!type) {
    return null;
  }
  const spaces = new Map([...declared(text)].map(([space, prefix]) => [prefix, space]));
  return type[1] ?? (spaces.get(type[2]) ?? known.prefixes[type[2]] ?? "") + type[3];
}

function termOption(term, kind, text, known, boost) {
  const { name, missing } = shortened(term.iri, text, known);
  return {
    label: name,
    detail: [term.label, `${term.uses.toLocaleString("en")} ×`].filter(Boolean).join(", "),
    type: kind,
    boost,
    apply: (view, _, from, to) => {
      view.dispatch({
        changes: [{ from, to, insert: name }, ...(missing ? [{ from: 0, insert: missing }] : [])],
        selection: { anchor: from + name.length + missing.length },
        userEvent: "input.complete",
      });
    },
  };
}

/** Classes behind "a", properties elsewhere; those that the class of the subject has come first. */
function terms(context, before, known) {
  const text = context.state.doc.toString();
  if (/\sa\s+[^\s]*$/.test(before)) {
    return known.classes.map((term) => termOption(term, "class", text, known, 0));
  }
  const type = classOf(before, text, known);
  return known.properties.map((term) =>
    termOption(term, "property", text, known, type && term.classes.includes(type) ? 50 : 0),
  );
}

async function things(word) {
  const answer = await fetch(`/search?limit=${MOST_FOUND}&q=${encodeURIComponent(word)}`, {
    headers: { Accept: "application/json" },
  }).catch(() => null);
  return answer?.ok ? (await answer.json()).hits : [];
}

async function words(context, word, text, known) {
  const options = [
    ...KEYWORDS.map((label) => ({ label, type: "keyword" })),
    ...FUNCTIONS.map((label) => ({ label, type: "function", apply: `${label}(` })),
  ];
  if (word.length >= LEAST_LETTERS) {
    for (const hit of await things(word)) {
      const { name } = shortened(hit.iri, text, { prefixes: {} });
      options.push({
        label: hit.label ?? hit.matched.name,
        detail: hit.types.map((type) => type.label).join(", "),
        type: "constant",
        apply: name,
      });
    }
  }
  return options;
}

function source(known) {
  return async (context) => {
    const text = context.state.doc.toString();
    const before = text.slice(0, context.pos);
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const names = new Set([...text.matchAll(/[?$]\w+/g)].map(([name]) => name));
      names.delete(variable.text);
      return { from: variable.from, options: [...names].map((label) => ({ label, type: "variable" })) };
    }
    const declaring = context.matchBefore(/PREFIX\s+[\w-]*/i);
    if (declaring) {
      const options = Object.entries(known.prefixes).map(([prefix, iri]) => ({
        label: `${prefix}: <${iri}>`,
        type: "namespace",
      }));
      return { from: declaring.from + declaring.text.search(/[\w-]*$/), options };
    }
    const name = context.matchBefore(/[\w-]*:[\w-]*/);
    if (name) {
      return { from: name.from, options: terms(context, before, known), validFor: /^[\w-]*:[\w-]*$/ };
    }
    const word = context.matchBefore(/[\p{L}][\p{L}\p{N}_]*/u);
    if (word) {
      return { from: word.from, options: await words(context, word.text, text, known), filter: true };
    }
    return context.explicit ? { from: context.pos, options: terms(context, before, known) } : null;
  };
}

/** Shows what a name stands for when somebody points at it. */
function meaning(known, names) {
  return hoverTooltip(async (view, position) => {
    const line = view.state.doc.lineAt(position);
    for (const found of line.text.matchAll(/<([^<>\s]+)>|([\w-]+):([\w-]+)/g)) {
      const from = line.from + found.index;
      if (from <= position && position <= from + found[0].length) {
        const spaces = new Map([...declared(view.state.doc.toString())].map(([space, prefix]) => [prefix, space]));
        const space = spaces.get(found[2]) ?? known.prefixes[found[2]];
        const iri = found[1] ?? `${space ?? ""}${found[3]}`;
        await names.learn([{ type: "uri", value: iri }]);
        const label = names.named(iri);
        if (!label) {
          return null;
        }
        const dom = document.createElement("div");
        dom.className = "meaning";
        dom.dir = "auto";
        dom.textContent = label;
        return { pos: from, end: from + found[0].length, create: () => ({ dom }) };
      }
    }
    return null;
  });
}

/**
 * @param known the terms that the data use
 * @param names tells what things are called
 */
export function completion(known, names) {
  return [autocompletion({ override: [source(known)] }), meaning(known, names)];
}
