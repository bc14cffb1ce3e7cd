// SPARQL 1.2 as CodeMirror colours it: the terminals of the grammar, and words that it gives a meaning.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

export const KEYWORDS = (
  "ADD ALL AS ASC ASK BASE BIND BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE DISTINCT DROP EXISTS " +
  "FILTER FROM GRAPH GROUP HAVING IN INSERT INTO LIMIT LOAD MINUS MOVE NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED " +
  "SELECT SEPARATOR SERVICE SILENT TO UNDEF UNION USING VALUES VERSION WHERE WITH"
).split(" ");

export const FUNCTIONS = (
  "ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR GROUP_CONCAT HASLANG " +
  "HASLANGDIR HOURS IF IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LCASE MAX MD5 MIN " +
  "MINUTES MONTH NOW OBJECT PREDICATE RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SHA1 SHA256 SHA384 SHA512 STR " +
  "STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TZ " +
  "UCASE URI UUID YEAR"
).split(" ");

const LONG = { '"""': /^(?:[^"\\]|\\.|"(?!""))*/, "'''": /^(?:[^'\\]|\\.|'(?!''))*/ };

/** Goes on in a string that may be several lines long. */
function long(stream, state) {
  stream.match(LONG[state.quotes]);
  if (stream.match(state.quotes)) {
    state.quotes = "";
  } else {
    stream.skipToEnd();
  }
  return "string";
}

const grammar = {
  name: "sparql",
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{", '"', "'"] } },
  startState: () => ({ quotes: "" }),
  token(stream, state) {
    if (state.quotes) {
      return long(stream, state);
    }
    if (stream.eatSpace()) {
      return null;
    }
    const quotes = stream.match(/^(?:"""|''')/);
    if (quotes) {
      state.quotes = quotes[0];
      return long(stream, state);
    }
    if (stream.match(/^#.*/)) {
      return "comment";
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) {
      return "string";
    }
    if (stream.match(/^@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*(?:--(?:ltr|rtl))?/)) {
      return "meta";
    }
    if (stream.match(/^<[^<>"{}|^`\\\s]*>/)) {
      return "link";
    }
    if (stream.match(/^[?$][\p{L}\p{N}_]+/u)) {
      return "variableName";
    }
    if (stream.match(/^_:[\p{L}\p{N}_.-]*/u)) {
      return "variableName";
    }
    if (stream.match(/^[\p{L}\p{N}_.-]*:(?:[\p{L}\p{N}_:.%-]*[\p{L}\p{N}_:%-])?/u)) {
      return "propertyName";
    }
    if (stream.match(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/)) {
      return "number";
    }
    const word = stream.match(/^[a-zA-Z_][a-zA-Z0-9_]*/);
    if (word) {
      const upper = word[0].toUpperCase();
      return word[0] === "a" || KEYWORDS.includes(upper)
        ? "keyword"
        : FUNCTIONS.includes(upper)
          ? "function"
          : ["TRUE", "FALSE"].includes(upper)
            ? "bool"
            : null;
    }
    stream.next();
    return "operator";
  },
  tokenTable: { function: tags.function(tags.variableName) },
};

const style = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "bold" },
  { tag: tags.function(tags.variableName), color: "var(--accent)" },
  { tag: tags.variableName, color: "var(--code-variable)" },
  { tag: [tags.string, tags.number, tags.bool, tags.meta], color: "var(--code-value)" },
  { tag: [tags.link, tags.propertyName], color: "var(--code-name)" },
  { tag: tags.comment, color: "var(--quiet)" },
]);

export const sparql = [StreamLanguage.define(grammar), syntaxHighlighting(style)];
