import type { Decision, Finding, Outcome } from "../../model/finding.js";
import { marked, ours, type Html } from "./tags.js";

export const decisionWord: Readonly<Record<Decision, string>> = {
  block: "Block",
  undecided: "Undecided",
  warn: "Warn",
  pass: "Pass",
};

/** The mark: a small tilted card beside its word; a dashed outline where no card is shown. */
export const decisionMark = (decision: Decision, notGated = false): Html =>
  marked`<span class="dec ${decision}"
      ><svg class="card ${decision}" viewBox="0 0 12 16" aria-hidden="true" focusable="false">
        <rect x="1.5" y="1.5" width="9" height="13" rx="1.6" /></svg
      >${decisionWord[decision]}</span
    >${notGated ? marked` <span class="muted">not gated</span>` : null}`;

/** How an outcome is shown: each has a shape of its own, so that colour never tells alone. */
export type Mark = "met" | "not" | "inc" | "mis" | "waived" | "small" | "note";

const shapes: Readonly<Record<Mark, string>> = {
  met: '<circle cx="6" cy="6" r="4"/>',
  not: '<path d="M6 .8 11.2 6 6 11.2.8 6z"/>',
  inc: '<circle cx="6" cy="6" r="3.6" class="h"/>',
  mis: '<path d="M2 2l8 8M10 2l-8 8" class="h"/>',
  waived: '<path d="M1.5 8.5 6 3l4.5 5.5z" class="h"/>',
  small: '<path d="M1.5 6h9" class="h"/>',
  note: '<circle cx="6" cy="6" r="3.6" class="h"/>',
};

const markOf: Readonly<Record<Outcome, Mark>> = {
  met: "met",
  "not-met": "not",
  inconclusive: "inc",
  missing: "mis",
  unreadable: "mis",
  "not-applicable": "small",
};

export const outcomeWord: Readonly<Record<Outcome, string>> = {
  met: "met",
  "not-met": "not met",
  inconclusive: "inconclusive",
  missing: "missing",
  unreadable: "unreadable",
  "not-applicable": "not asked",
};

export const mark = (kind: Mark, word: string): Html =>
  marked`<span class="oc ${kind}"
    ><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${ours(shapes[kind])}</svg>${word}</span
  >`;

export const outcomeMark = (outcome: Outcome): Html => mark(markOf[outcome], outcomeWord[outcome]);

/** The mark of a finding: what is waived says so. */
export function findingMark({ outcome, waived, effect, on_base: known }: Finding): Html {
  if (waived !== null && outcome !== "met") return mark("waived", "waived");
  const word = outcomeWord[outcome];
  if (effect === "note" && outcome !== "met") return mark("note", `${word} (note)`);
  return mark(markOf[outcome], known ? `${word}, as before` : word);
}

export const markKind = (outcome: Outcome | null): Mark | "cand" => (outcome === null ? "cand" : markOf[outcome]);
