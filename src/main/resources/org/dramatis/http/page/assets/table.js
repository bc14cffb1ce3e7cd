// Rows as a table: of a hundred thousand, only those that are seen are in the page.
import { text } from "./names.js";

const ROW = 33;
const AROUND = 20;

/** Where a thing is shown: here if it is named here, else on the web; nowhere else. */
function address(iri, bases) {
  const base = bases.find((each) => iri.startsWith(each));
  if (base !== undefined) {
    const path = `/${iri.slice(base.length)}`;
    return /^\/[/\\]/.test(path) ? null : path;
  }
  return /^https?:\/\//.test(iri) ? iri : null;
}

function cell(term, names, bases) {
  const item = document.createElement("td");
  if (!term) {
    return item;
  }
  const content = document.createElement("bdi");
  content.textContent = names.shown(term);
  if (term["xml:lang"]) {
    content.lang = term["xml:lang"];
  }
  item.title = term.type === "uri" ? `<${term.value}>` : text(term);
  const target = term.type === "uri" ? address(term.value, bases) : null;
  if (target) {
    const link = document.createElement("a");
    link.href = target;
    link.append(content);
    item.append(link);
  } else {
    item.append(content);
  }
  return item;
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(one, other) {
  const [left, right] = [text(one), text(other)];
  const numbers = left !== "" && right !== "" ? Number(left) - Number(right) : Number.NaN;
  return Number.isNaN(numbers) ? collator.compare(left, right) : numbers;
}

function row(height) {
  const line = document.createElement("tr");
  line.ariaHidden = "true";
  const space = document.createElement("td");
  space.style.height = `${height}px`;
  space.className = "space";
  line.append(space);
  return line;
}

export class Table {
  #variables;
  #all;
  #shown;
  #names;
  #bases;
  #body = document.createElement("tbody");
  #frame = document.createElement("div");
  #number = document.createElement("span");
  #sorted = { by: null, down: false };
  #wanted = "";

  constructor(variables, rows, names, bases) {
    this.#variables = variables;
    this.#all = rows;
    this.#shown = rows;
    this.#names = names;
    this.#bases = bases;
  }

  draw(into) {
    const filter = document.createElement("input");
    filter.type = "search";
    filter.id = "filter";
    filter.placeholder = "Filter";
    filter.ariaLabel = "Filter the rows";
    filter.addEventListener("input", () => {
      this.#wanted = filter.value.toLowerCase();
      this.#arrange();
    });
    const bar = document.createElement("p");
    bar.append(filter, " ", this.#number);
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of this.#variables) {
      const heading = document.createElement("th");
      heading.scope = "col";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = name;
      button.addEventListener("click", () => this.#sort(name, head));
      heading.append(button);
      head.append(heading);
    }
    table.append(this.#body);
    this.#frame.className = "rows";
    this.#frame.role = "group";
    this.#frame.tabIndex = 0;
    this.#frame.ariaLabel = "Rows";
    this.#frame.append(table);
    this.#frame.addEventListener("scroll", () => this.#fill());
    into.replaceChildren(bar, this.#frame);
    this.#arrange();
  }

  #sort(name, head) {
    const down = this.#sorted.by === name && !this.#sorted.down;
    this.#sorted = { by: name, down };
    [...head.cells].forEach((heading, at) => {
      heading.ariaSort =
        this.#variables[at] === name ? (down ? "descending" : "ascending") : null;
    });
    this.#arrange();
  }

  #arrange() {
    const wanted = this.#wanted;
    this.#shown = this.#all.filter(
      (each) =>
        wanted === "" ||
        this.#variables.some((name) => {
          const term = each[name];
          return [text(term), this.#names.shown(term)].some((each) =>
            each.toLowerCase().includes(wanted),
          );
        }),
    );
    const { by, down } = this.#sorted;
    if (by !== null) {
      this.#shown.sort((one, other) => compare(one[by], other[by]) * (down ? -1 : 1));
    }
    this.#number.textContent =
      this.#shown.length === this.#all.length
        ? ""
        : `${this.#shown.length.toLocaleString("en")} of ${this.#all.length.toLocaleString("en")}`;
    this.#frame.scrollTop = 0;
    this.#fill();
  }

  #fill() {
    const first = Math.max(0, Math.floor(this.#frame.scrollTop / ROW) - AROUND);
    const last = Math.min(
      this.#shown.length,
      Math.ceil((this.#frame.scrollTop + this.#frame.clientHeight) / ROW) + AROUND,
    );
    const seen = this.#shown.slice(first, last);
    this.#body.replaceChildren(
      row(first * ROW),
      ...seen.map((each) => {
        const line = document.createElement("tr");
        line.append(...this.#variables.map((name) => cell(each[name], this.#names, this.#bases)));
        return line;
      }),
      row((this.#shown.length - last) * ROW),
    );
    this.#name(seen);
  }

  async #name(seen) {
    if (await this.#names.learn(seen.flatMap((each) => Object.values(each)))) {
      this.#fill();
    }
  }
}
