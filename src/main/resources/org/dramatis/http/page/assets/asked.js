// What was asked before on this device; it never leaves it.
const KEY = "dramatis.asked";
const MOST = 50;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch (broken) {
    if (broken instanceof SyntaxError) {
      return [];
    }
    throw broken;
  }
}

export class Asked {
  #list;
  #choose;

  /** @param choose is given the query that somebody wants again */
  constructor(box, forget, choose) {
    this.#list = box.querySelector("ul");
    this.#choose = choose;
    forget.addEventListener("click", () => {
      localStorage.removeItem(KEY);
      this.#draw();
    });
    this.#draw();
  }

  add(query) {
    const others = read().filter((each) => each !== query);
    localStorage.setItem(KEY, JSON.stringify([query, ...others].slice(0, MOST)));
    this.#draw();
  }

  #draw() {
    this.#list.replaceChildren(
      ...read().map((query) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "again";
        button.textContent = query.replace(/PREFIX\s+\S+\s+<[^>]*>/gi, "").trim().slice(0, 200);
        button.addEventListener("click", () => this.#choose(query));
        item.append(button);
        return item;
      }),
    );
  }
}
