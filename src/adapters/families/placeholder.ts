import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";

/** What templates leave to be filled in: `{{ x }}`, `${X}`, `$(X)`, `<x>`, `%X%`, `@X@`. */
const marks = /\{\{[^}]*\}\}|\{%|\$\{[^}]*\}|\$\([^)]*\)|<[A-Za-z][\w .-]*>|%[A-Z_]+%|@[A-Z_]{2,}@/;

export const isPlaceholder = (text: string): boolean => marks.test(text.slice(0, 1_000));

/** A value that a template's filler stands for: it is named, and nothing is read from it. */
export const notFilledIn = (what: string, where: Where): Statement => ({
  kind: "problem",
  problem: "template",
  message: `${what} is a template's placeholder that nobody filled in`,
  mend: "commit what the template gives",
  where,
});
