import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, member, number } from "../read/shape.js";

interface Part {
  readonly prefix: string;
  readonly slice: Slice;
}

/** All questions, those that have an answer, and those that have none. */
const parts: readonly Part[] = [
  { prefix: "", slice: {} },
  { prefix: "HasAns_", slice: { answer: "has answer" } },
  { prefix: "NoAns_", slice: { answer: "no answer" } },
];

/** Per cent, of the questions of a part. */
function partStatements(value: Value | undefined, { prefix, slice }: Part): Statement[] {
  const n = number(member(value, `${prefix}total`)) ?? null;
  return (["exact", "f1"] as const).flatMap((metric): Statement[] => {
    const key = `${prefix}${metric}`;
    if (!hasKeys(value, key)) return [];
    return [
      {
        kind: "measurement",
        raw_metric: key,
        metric_name: metric === "exact" ? "exact_match" : "f1",
        value: member(value, key),
        unit: "percent",
        slice,
        n,
        where: { pointer: pointer("", key) },
      },
    ];
  });
}

/** What the official script of SQuAD 2 gives; its best scores are over thresholds that are chosen on the same questions. */
export const squadEvaluation: Adapter = {
  id: "squad-evaluation",
  title: "SQuAD 2.0 evaluation",
  definedAt: "https://rajpurkar.github.io/SQuAD-explorer/",
  versions: "2.0, from the script, not seen",
  reads: "Exact match and F1 in per cent, over all questions, those with an answer and those without.",
  leaves: "The best scores over all thresholds.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => hasKeys(value, "exact", "f1", "total"),
  read: ({ value }) => parts.flatMap((part) => partStatements(value, part)),
};
