import "./suggest.js";

// Says beside each time of the data how long ago that was. Pages are complete without this.
const UNITS = [
  ["year", 31557600],
  ["month", 2629800],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

/** The time since an instant in words, in the largest unit of which there is at least one. */
function ago(time) {
  const seconds = (Date.now() - time.getTime()) / 1000;
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? ["minute", 60];
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return seconds < 60 ? "just now" : format.format(-Math.floor(seconds / length), unit);
}

for (const element of document.querySelectorAll("time.age[datetime]")) {
  const time = new Date(element.dateTime);
  if (!Number.isNaN(time.getTime())) {
    element.after(` (${ago(time)})`);
  }
}

/** Shows which words some claims rest on, and which claims these are, on the page of a source. */
function light(claims) {
  for (const mark of document.querySelectorAll("mark[data-claims]")) {
    const rests = mark.dataset.claims.split(" ").some((claim) => claims.includes(claim));
    mark.classList.toggle("lit", rests);
  }
  for (const card of document.querySelectorAll(".cards > li[id]")) {
    card.classList.toggle("lit", claims.includes(card.id));
  }
}

/** The claim that the address leads to. */
function lightTarget() {
  light([location.hash.slice(1)]);
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (mark) {
    const claims = mark.dataset.claims.split(" ");
    light(claims);
    document.getElementById(claims[0])?.scrollIntoView({ block: "nearest" });
  }
});
addEventListener("hashchange", lightTarget);
lightTarget();

// Copies the name of a thing. A button that cannot work is not shown.
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = navigator.clipboard === undefined;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  });
}

/** What can be folded is open when an address leads to it. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName === "DETAILS") {
    target.open = true;
  }
}

addEventListener("hashchange", unfold);
unfold();
