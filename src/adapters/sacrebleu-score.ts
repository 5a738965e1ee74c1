import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, numeric, text } from "../read/shape.js";

const isScore = (value: Value | undefined): boolean =>
  hasKeys(value, "name", "score", "signature") && /(^|\|)version:/.test(text(member(value, "signature")) ?? "");

/** BLEU, chrF and TER as sacreBLEU writes them: from 0 to 100. The signature says how they were taken. */
function statement(score: Value, base: string): Statement {
  const name = text(member(score, "name")) ?? "";
  return {
    kind: "measurement",
    raw_metric: name,
    // The number behind chrF is its beta.
    metric_name: name.replace(/^(chrF)\d?(\+*)$/, "$1$2"),
    value: member(score, "score"),
    protocol: text(member(score, "signature")) ?? null,
    ...interval(score),
    where: { pointer: pointer(base, "score") },
  };
}

/** The interval that bootstrapping gave: its middle and its half. */
function interval(score: Value): Pick<Extract<Statement, { kind: "measurement" }>, "interval"> {
  const [middle, half] = [numeric(member(score, "confidence_mean")), numeric(member(score, "confidence_var"))];
  return middle === undefined || half === undefined
    ? {}
    : { interval: { lower: middle - half, upper: middle + half, level: 0.95 } };
}

export const sacrebleuScore: Adapter = {
  id: "sacrebleu-score",
  title: "sacreBLEU score (JSON)",
  definedAt: "https://github.com/mjpost/sacrebleu#output-formats",
  versions: "2.x, from the documentation, not seen",
  reads: "Each score, from 0 to 100, with the signature of how it was taken and the interval of a bootstrap.",
  leaves: "Precisions and lengths.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => {
    const scores = list(value);
    return scores === undefined ? isScore(value) : scores.length > 0 && scores.every(isScore);
  },

  read: ({ value }) => {
    const scores = list(value);
    if (scores !== undefined) return scores.map((score, index) => statement(score, pointer("", index)));
    return value === undefined ? [] : [statement(value, "")];
  },
};
