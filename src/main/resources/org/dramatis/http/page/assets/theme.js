// How the editor looks: in the colours of the page, which reach into it as variables.
import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": {
    background: "var(--raised)",
    border: "1px solid var(--field)",
    borderRadius: "var(--round)",
    color: "var(--ink)",
    fontSize: "var(--small)",
    maxHeight: "60vh",
  },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content, .cm-gutter": { minHeight: "10rem" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "var(--raised)", border: "0", color: "var(--quiet)" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "none" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--marked) !important" },
  "&.cm-focused .cm-matchingBracket": { background: "none", outline: "1px solid var(--accent)" },
  ".cm-tooltip": { background: "var(--paper)", border: "1px solid var(--field)", color: "var(--ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "15rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": { fontFamily: "var(--sans)" },
  // Pages load no pictures that are written into a style.
  ".cm-lintRange": { backgroundImage: "none !important", textDecoration: "underline wavy 1px" },
  ".cm-lintRange-error": { textDecorationColor: "var(--wrong)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-diagnostic": { color: "var(--ink)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wrong)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".meaning": { padding: "0.2rem 0.5rem" },
});
