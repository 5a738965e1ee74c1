import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { holdsTemplateMark } from "../../normalise/template-mark.js";

/** True for a value that a template left to be filled in. */
export const isPlaceholder = (text: string): boolean => holdsTemplateMark(text);

/** A value that a template's filler stands for: it is named, and nothing is read from it. */
export const notFilledIn = (what: string, where: Where): Statement => ({
  kind: "problem",
  problem: "template",
  message: `${what} is a template's placeholder that nobody filled in`,
  mend: "commit what the template gives",
  where,
});
