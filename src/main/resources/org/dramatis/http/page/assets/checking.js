// Asks the server while a query is written whether it is one, and shows what it says where it is meant.
import { linter } from "@codemirror/lint";

const WAIT = 400;
const TERM = /<[^<>\s]+>|[?$]\w+|[\w-]+:[\w-]+/g;

/** The place of a problem that has a line and a column, both counted from one. */
function place(document, problem) {
  const line = document.line(Math.min(Math.max(problem.line, 1), document.lines));
  const from = Math.min(line.from + Math.max(problem.column - 1, 0), line.to);
  return { from, to: Math.min(from + (problem.token?.length ?? 1), line.to) };
}

/** The place of the first term in a warning that the query has. */
function named(document, text) {
  const whole = document.toString();
  for (const [term] of text.matchAll(TERM)) {
    const from = whole.indexOf(term);
    if (from >= 0) {
      return { from, to: from + term.length };
    }
  }
  return null;
}

/** What is wrong with a text, and what is probably not meant in it. */
async function look(view, version, tell) {
  const document = view.state.doc;
  const text = document.toString();
  if (text.trim() === "") {
    tell([]);
    return [];
  }
  const answer = await fetch("/sparql", {
    method: "POST",
    headers: { Accept: "application/json, application/problem+json" },
    body: new URLSearchParams({ query: text, check: "true", ...version() }),
  }).catch(() => null);
  if (answer === null) {
    tell(["The server is not reached, so that nothing is checked."]);
    return [];
  }
  const told = await answer.json();
  if (answer.ok) {
    const warnings = told.warnings.map(({ text: said }) => said);
    tell(warnings);
    return warnings.flatMap((message) => {
      const at = named(document, message);
      return at ? [{ ...at, severity: "warning", message }] : [];
    });
  }
  const message = [told.detail, told.hint].filter(Boolean).join(". ");
  tell([message]);
  return told.line === undefined ? [] : [{ ...place(document, told), severity: "error", message }];
}

/**
 * @param version gives the version that is asked, as parameters
 * @param tell is given the notes on the query, each a text
 */
export function checking(version, tell) {
  return linter((view) => look(view, version, tell), { delay: WAIT });
}
