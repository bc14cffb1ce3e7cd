// The page on which queries are written: an editor in the place of the text area, and the answer below it.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { Asked } from "./asked.js";
import { bars, dates, numbers, timeline } from "./chart.js";
import { checking } from "./checking.js";
import { completion } from "./completion.js";
import { Names } from "./names.js";
import { snippets } from "./snippets.js";
import { sparql } from "./sparql.js";
import { Table } from "./table.js";
import { theme } from "./theme.js";

const MOST_ROWS = 100000;
const MOST_RAW = 500000;
const ROWS = "application/sparql-results+json";
const FORMATS = {
  rows: { csv: "CSV", tsv: "TSV", json: "JSON", xml: "XML", html: "Page" },
  statements: { ttl: "Turtle", nt: "N-Triples", jsonld: "JSON-LD", rdf: "RDF/XML", html: "Page" },
};

const at = (id) => document.getElementById(id);
const area = at("query");
const known = await (await fetch("/query/terms", { headers: { Accept: "application/json" } })).json();
const names = new Names(known.prefixes);
let request = null;

/** The version that is asked, as parameters; none is the newest. */
function version() {
  const wanted = at("version").value.trim();
  return wanted === "" ? {} : { version: wanted };
}

function notes(texts) {
  at("notes").replaceChildren(
    ...texts.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
  at("notes").hidden = texts.length === 0;
}

// In a tree of its own the editor may bring its style without the page allowing styles in its text.
const place = document.createElement("div");
place.id = "editor";
area.before(place);

const editor = new EditorView({
  parent: place.attachShadow({ mode: "open" }),
  state: EditorState.create({
    doc: area.value,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "SPARQL query" }),
      keymap.of([
        { key: "Mod-Enter", run: () => (run(), true) },
        // Tab leads on to what comes next: an editor must not hold who has no mouse.
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...completionKeymap,
        ...lintKeymap,
      ]),
      sparql,
      theme,
      checking(version, notes),
      completion(known, names),
    ],
  }),
});
area.hidden = true;
area.labels.forEach((label) => label.addEventListener("click", () => editor.focus()));
area.form.querySelector("button").hidden = true;
at("controls").hidden = false;

const query = () => editor.state.doc.toString();

function write(text) {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

const asked = new Asked(at("asked"), at("forget"), (text) => {
  write(text);
  editor.focus();
});

/** Shows an answer in one of its views, each with the means to draw it. */
function show(views, wanted) {
  const all = Object.keys(views);
  const chosen = all.includes(wanted) ? wanted : all[0];
  const draw = (name) => {
    [...at("views").children].forEach((tab) => {
      tab.ariaSelected = String(tab.dataset.view === name);
      tab.tabIndex = tab.dataset.view === name ? 0 : -1;
    });
    // Each view draws into a place of its own: one that comes late must not overwrite the next.
    const panel = document.createElement("div");
    at("answer").replaceChildren(panel);
    at("answer").setAttribute("aria-labelledby", `view-${name}`);
    views[name](panel);
  };
  at("views").replaceChildren(
    ...all.map((name) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.role = "tab";
      tab.id = `view-${name}`;
      tab.dataset.view = name;
      tab.textContent = name[0].toUpperCase() + name.slice(1);
      tab.setAttribute("aria-controls", "answer");
      tab.addEventListener("click", () => {
        draw(name);
        remember(name, "replaceState");
      });
      return tab;
    }),
  );
  at("views").hidden = false;
  at("answer").hidden = false;
  draw(chosen);
  return chosen;
}

// Arrows lead from view to view, as in every list of tabs.
at("views").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const tabs = [...at("views").children];
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }
});

function code(text) {
  const block = document.createElement("pre");
  block.textContent = text;
  block.tabIndex = 0;
  return block;
}

function heading(text) {
  const line = document.createElement("h2");
  line.textContent = text;
  return line;
}

/** Where an answer is in another format. */
function downloads(into, parameters, formats) {
  const list = document.createElement("ul");
  for (const [format, name] of Object.entries(formats)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/sparql?${new URLSearchParams({ ...parameters, format })}`;
    if (format !== "html") {
      link.download = `answer.${format}`;
    }
    link.textContent = name;
    item.append(link);
    list.append(item);
  }
  into.replaceChildren(list);
}

function programs(into, parameters, tabular) {
  const lines = Object.entries(snippets(parameters, tabular));
  into.replaceChildren(...lines.flatMap(([language, text]) => [heading(language), code(text)]));
}

/** The views that an answer has. */
function viewsOf(body, told, parameters) {
  const raw = (into) => into.replaceChildren(code(body.length > MOST_RAW ? `${body.slice(0, MOST_RAW)} …` : body));
  const more = {
    downloads: (into) => downloads(into, parameters, told ? FORMATS.rows : FORMATS.statements),
    code: (into) => programs(into, parameters, told !== null),
  };
  if (told === null) {
    return { raw, ...more };
  }
  if (told.boolean !== undefined) {
    const truth = (into) => {
      const line = document.createElement("p");
      line.className = "truth";
      line.textContent = told.boolean ? "Yes" : "No";
      into.replaceChildren(line);
    };
    return { answer: truth, raw, ...more };
  }
  const variables = told.head.vars;
  const rows = told.results.bindings;
  const number = numbers(variables, rows);
  const date = dates(variables, rows);
  return {
    table: (into) => new Table(variables, rows, names, known.bases).draw(into),
    ...(number && {
      chart: async (into) => into.replaceChildren(...(await bars(variables, rows, number, names))),
    }),
    ...(date && {
      timeline: async (into) => into.replaceChildren(...(await timeline(variables, rows, date, names))),
    }),
    raw,
    ...more,
  };
}

/** How much an answer holds: rows of a table, else statements; nothing if it does not say. */
function size(answer, told) {
  const rows = told?.results?.bindings.length;
  const number = rows ?? answer.headers.get("Dramatis-Rows");
  const unit = rows === undefined ? "statement" : "row";
  return number === null || told?.boolean !== undefined
    ? null
    : `${Number(number).toLocaleString("en")} ${unit}${Number(number) === 1 ? "" : "s"}`;
}

/** What the status line says of an answer that came. */
function summary(answer, told, milliseconds) {
  const cut = answer.headers.get("Dramatis-Truncated");
  return [
    cut ? `Limited: this is not all (${cut})` : "Complete",
    size(answer, told),
    `${Math.round(milliseconds).toLocaleString("en")} ms`,
    `version ${answer.headers.get("Dramatis-Version")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The address of the page keeps what was asked and how it is looked at. */
function remember(view, how) {
  const state = new URLSearchParams({ query: query(), ...version(), ...(view && { view }) });
  window.history[how](null, "", `/query?${state}`);
}

/** What went wrong, in the words of the server, and at its place in the query. */
async function fail(answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  const problem = type.includes("json") ? await answer.json() : { title: `Status ${answer.status}` };
  at("status").textContent = [problem.title, problem.detail, problem.hint].filter(Boolean).join(". ");
  at("status").className = "failed";
  at("views").hidden = true;
  at("answer").hidden = true;
  if (problem.line !== undefined) {
    const line = editor.state.doc.line(Math.min(problem.line, editor.state.doc.lines));
    editor.dispatch({
      selection: { anchor: Math.min(line.from + problem.column - 1, line.to) },
      scrollIntoView: true,
    });
    editor.focus();
  }
}

async function fetched(parameters, headers) {
  request?.abort();
  request = new AbortController();
  at("cancel").disabled = false;
  at("status").className = "";
  at("status").textContent = "Running …";
  try {
    return await fetch("/sparql", {
      method: "POST",
      headers,
      body: new URLSearchParams(parameters),
      signal: request.signal,
    });
  } catch (failed) {
    at("status").textContent =
      failed.name === "AbortError" ? "Cancelled" : `The server was not reached: ${failed.message}`;
    return null;
  }
}

async function run(view = new URLSearchParams(location.search).get("view"), how = "pushState") {
  const parameters = { query: query(), ...version() };
  const begun = performance.now();
  const answer = await fetched(
    { ...parameters, "max-rows": String(MOST_ROWS) },
    { Accept: `${ROWS}, text/turtle;q=0.9` },
  );
  if (answer === null) {
    at("cancel").disabled = true;
    return;
  }
  try {
    if (!answer.ok) {
      await fail(answer);
      return;
    }
    const body = await answer.text();
    const isRows = (answer.headers.get("Content-Type") ?? "").includes(ROWS);
    const told = isRows ? JSON.parse(body) : null;
    at("status").textContent = summary(answer, told, performance.now() - begun);
    asked.add(parameters.query);
    remember(show(viewsOf(body, told, parameters), view), how);
  } catch (broken) {
    at("status").className = "failed";
    at("status").textContent =
      broken.name === "AbortError" ? "Cancelled" : `The answer broke off: ${broken.message}`;
  } finally {
    at("cancel").disabled = true;
  }
}

/** How the query is computed, as a table of the steps. */
async function plan() {
  const answer = await fetched({ query: query(), ...version(), explain: "true" }, { Accept: "text/plain, application/problem+json" });
  at("cancel").disabled = true;
  if (answer === null) {
    return;
  }
  if (!answer.ok) {
    await fail(answer);
    return;
  }
  const text = await answer.text();
  at("status").textContent = "Plan";
  show({ plan: (into) => into.replaceChildren(code(text)) });
}

/** Keeps the query for ever, and says where. */
async function keep(open) {
  const answer = await fetch("/q", {
    method: "POST",
    headers: { Accept: "application/json, application/problem+json" },
    body: new URLSearchParams({ query: query(), ...version() }),
  });
  if (!answer.ok) {
    await fail(answer);
    return;
  }
  const address = new URL(answer.headers.get(open ? "Content-Location" : "Location"), location);
  if (open) {
    location.assign(address);
    return;
  }
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  at("status").replaceChildren("This query is kept for ever at ", link);
}

at("run").addEventListener("click", () => run());
at("cancel").addEventListener("click", () => request?.abort());
at("plan").addEventListener("click", () => plan());
at("share").addEventListener("click", () => keep(false));
at("cite").addEventListener("click", () => keep(true));
area.form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});

/** Whatever the address says was asked is asked again. */
function restore() {
  const state = new URLSearchParams(location.search);
  if (state.has("query")) {
    write(state.get("query"));
    at("version").value = state.get("version") ?? "";
  }
  if (state.has("view")) {
    run(state.get("view"), "replaceState");
  }
}

addEventListener("popstate", restore);
restore();
