// Numbers as bars, and dates along a line, where an answer has such a column.
import { text } from "./names.js";

const SVG = "http://www.w3.org/2000/svg";
const MOST = 50;
const MOST_TOLD = 3;
const NUMBER = /#(?:integer|decimal|double|float|int|long|short|nonNegativeInteger|positiveInteger)$/;
const DATE = /#(?:date|dateTime|gYear|gYearMonth)$/;

function find(variables, rows, kind) {
  return variables.find((name) => rows.some((row) => kind.test(row[name]?.datatype ?? "")));
}

/** The column of numbers; undefined if there is none. */
export const numbers = (variables, rows) => find(variables, rows, NUMBER);

/** The column of dates; undefined if there is none. */
export const dates = (variables, rows) => find(variables, rows, DATE);

/** What a row is about: all that is not the column that is drawn. */
function about(row, variables, except, names) {
  const told = variables
    .filter((name) => name !== except && row[name])
    .map((name) => names.shown(row[name]));
  return [...new Set(told)].slice(0, MOST_TOLD).join(" · ");
}

function note(rows, drawn) {
  const line = document.createElement("p");
  line.textContent = drawn < rows ? `The first ${drawn} of ${rows} rows that have a value.` : "";
  return line;
}

/** Each number as a bar. */
export async function bars(variables, rows, column, names) {
  const valued = rows.filter((row) => Number.isFinite(Number(text(row[column]) || "x")));
  const drawn = valued.slice(0, MOST);
  await names.learn(drawn.flatMap((row) => Object.values(row)));
  const values = drawn.map((row) => Number(text(row[column])));
  const least = Math.min(0, ...values);
  const span = Math.max(0, ...values) - least || 1;
  const list = document.createElement("ol");
  list.className = "bars";
  drawn.forEach((row, at) => {
    const item = document.createElement("li");
    const label = document.createElement("span");
    label.dir = "auto";
    label.textContent = about(row, variables, column, names);
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("viewBox", "0 0 100 10");
    picture.setAttribute("preserveAspectRatio", "none");
    picture.setAttribute("aria-hidden", "true");
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("x", String(((Math.min(0, values[at]) - least) / span) * 100));
    bar.setAttribute("width", String((Math.abs(values[at]) / span) * 100));
    bar.setAttribute("height", "10");
    picture.append(bar);
    const value = document.createElement("b");
    value.textContent = values[at].toLocaleString("en");
    item.append(label, picture, value);
    list.append(item);
  });
  return [list, note(valued.length, drawn.length)];
}

/** The instant of a date as XML Schema writes it, or NaN. */
function instant(value) {
  return Date.parse(/^-?\d{4}$/.test(value) ? `${value}-01-01` : value);
}

/** Each date as a spot on a line. */
export async function timeline(variables, rows, column, names) {
  const valued = rows
    .filter((row) => !Number.isNaN(instant(text(row[column]))))
    .sort((one, other) => instant(text(one[column])) - instant(text(other[column])));
  const drawn = valued.slice(0, MOST);
  await names.learn(drawn.flatMap((row) => Object.values(row)));
  const first = instant(text(drawn[0]?.[column]));
  const span = instant(text(drawn.at(-1)?.[column])) - first || 1;
  const list = document.createElement("ol");
  list.className = "moments";
  for (const row of drawn) {
    const item = document.createElement("li");
    const time = document.createElement("time");
    time.dateTime = text(row[column]);
    time.textContent = text(row[column]);
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("viewBox", "0 0 104 6");
    picture.setAttribute("aria-hidden", "true");
    const spot = document.createElementNS(SVG, "circle");
    spot.setAttribute("cx", String(2 + ((instant(text(row[column])) - first) / span) * 100));
    spot.setAttribute("cy", "3");
    spot.setAttribute("r", "2");
    picture.append(spot);
    const label = document.createElement("span");
    label.dir = "auto";
    label.textContent = about(row, variables, column, names);
    item.append(time, picture, label);
    list.append(item);
  }
  return [list, note(valued.length, drawn.length)];
}
