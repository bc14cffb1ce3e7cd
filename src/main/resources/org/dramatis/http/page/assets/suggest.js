// Suggests what may be meant while a name is typed: a combobox as WAI-ARIA describes it, whose options are the rows
// that the page of the search would have. Without this, the form asks for that page.
const WAIT = 120;
const MOST = 8;

let lists = 0;

/** The rows of the page of the search for a text. */
async function rows(text, signal) {
  const answer = await fetch(`/search?limit=${MOST}&q=${encodeURIComponent(text)}`, {
    headers: { Accept: "text/html" },
    signal,
  });
  if (!answer.ok) {
    return [];
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll(".found > li")];
}

/** A row as an option: what it is called, what it is, and why it is there. */
function option(row, id) {
  const item = document.createElement("li");
  item.id = id;
  item.role = "option";
  item.ariaSelected = "false";
  item.dataset.address = row.querySelector(".name a").getAttribute("href");
  for (const part of [row.querySelector(".name"), ...row.querySelectorAll("p:not(.name)")]) {
    const line = document.createElement(part.className === "name" ? "b" : "span");
    line.dir = "auto";
    line.textContent = part.textContent.trim().replace(/\s+/g, " ");
    item.append(line);
  }
  return item;
}

class Suggestions {
  #input;
  #list = document.createElement("ul");
  #chosen = -1;
  #timer;
  #request = new AbortController();

  constructor(input) {
    this.#input = input;
    this.#list.id = `suggested-${lists++}`;
    this.#list.className = "suggested";
    this.#list.role = "listbox";
    this.#list.ariaLabel = "Suggestions";
    this.#list.hidden = true;
    input.role = "combobox";
    input.autocomplete = "off";
    input.ariaExpanded = "false";
    input.ariaAutoComplete = "list";
    input.setAttribute("aria-controls", this.#list.id);
    input.after(this.#list);
    input.addEventListener("input", () => this.#soon());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    // The input keeps the focus while an option is clicked, or the list would be gone before.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#open(event.target.closest("li")));
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#timer = setTimeout(() => this.#suggest(), WAIT);
  }

  async #suggest() {
    const text = this.#input.value.trim();
    if (text === "") {
      this.#close();
      return;
    }
    this.#request = new AbortController();
    const { signal } = this.#request;
    try {
      const found = await rows(text, signal);
      if (!signal.aborted) {
        this.#show(found);
      }
    } catch (failed) {
      if (!signal.aborted) {
        this.#close();
        throw failed;
      }
    }
  }

  #show(found) {
    this.#list.replaceChildren(...found.map((row, at) => option(row, `${this.#list.id}-${at}`)));
    this.#list.hidden = found.length === 0 || document.activeElement !== this.#input;
    this.#input.ariaExpanded = String(!this.#list.hidden);
    this.#choose(-1);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#show([]);
  }

  #key(event) {
    const number = this.#list.children.length;
    if (event.key === "Escape" && !this.#list.hidden) {
      this.#close();
    } else if (event.key === "ArrowDown" && number > 0) {
      this.#choose((this.#chosen + 1) % number);
    } else if (event.key === "ArrowUp" && number > 0) {
      this.#choose((Math.max(this.#chosen, 0) + number - 1) % number);
    } else if (event.key === "Enter" && this.#chosen >= 0) {
      this.#open(this.#list.children[this.#chosen]);
    } else {
      return;
    }
    event.preventDefault();
  }

  #choose(at) {
    this.#chosen = at;
    [...this.#list.children].forEach((item, index) => {
      item.ariaSelected = String(index === at);
    });
    if (at < 0) {
      this.#input.removeAttribute("aria-activedescendant");
    } else {
      this.#input.setAttribute("aria-activedescendant", this.#list.children[at].id);
      this.#list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  #open(item) {
    if (item) {
      location.assign(item.dataset.address);
    }
  }
}

for (const input of document.querySelectorAll('form[action="/search"] input[name="q"]')) {
  new Suggestions(input);
}
