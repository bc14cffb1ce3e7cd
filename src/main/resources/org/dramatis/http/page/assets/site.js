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
