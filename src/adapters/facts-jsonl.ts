import type { Adapter } from "../model/adapter.js";
import { writtenFact } from "./families/written-fact.js";

/** Facts that a team writes itself, in the form in which they are printed. */
export const factsJsonl: Adapter = {
  id: "facts-jsonl",
  title: "Own evidence: facts, one a line",
  definedAt: "https://jsonlines.org/",
  versions: "the contract of facts, as `model-referee inspect --format jsonl` prints it",
  reads:
    "Every kind of fact, with the kind's own fields, its version and its date; a line that is no fact makes the file unreadable, at that line.",
  leaves:
    "The source and who vouches for a fact: those are the file's own. A line that names another model than the file's is that model's, and no rule judges it. Lines of the kind `file`, and approvals as far as rules go: only reviews and what is on the base approve.",
  syntax: ["json-lines"],
  gives: [
    "measurement",
    "drift",
    "check",
    "card",
    "dataset",
    "attribution",
    "model",
    "run",
    "rollout",
    "experiment",
    "approval",
    "table",
  ],
  marksModel: true,
  recognises: ({ name }) => name.endsWith(".facts.jsonl"),
  read: ({ values }) => values.flatMap(({ value, line }) => writtenFact(value, line)),
};
