import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, members, number, text } from "../read/shape.js";

/** Texts and as many numbers. A graph of one feature has numbers for its names, and the range of its scores beside them. */
function isScored(value: Value | undefined): value is Value {
  const names = list(member(value, "names")) ?? [];
  const scores = list(member(value, "scores")) ?? [];
  return (
    text(member(value, "type")) === "univariate" &&
    names.length > 0 &&
    names.length === scores.length &&
    names.every((name) => text(name) !== undefined) &&
    scores.every((score) => number(score) !== undefined)
  );
}

/** Of a model, the importance of each of its terms; with `perf`, of one prediction. */
const isOverall = (value: Value | undefined): boolean => isScored(value) && members(value).length === 3;
const isLocal = (value: Value | undefined): boolean => isScored(value) && hasKeys(value, "values", "perf");

function statements(value: Value | undefined, base: string, instance: string | null): Statement[] {
  const scores = list(member(value, "scores")) ?? [];
  return (list(member(value, "names")) ?? []).map((name, index) => ({
    kind: "attribution",
    method: "interpret",
    feature: text(name) ?? "",
    importance: scores[index] ?? null,
    ...(instance === null ? {} : { instance }),
    where: { pointer: pointer(base, "scores", index) },
  }));
}

/** What `data()` of an explanation of InterpretML gives: of a glass-box model, or of one of its predictions. */
export const interpretExplanation: Adapter = {
  id: "interpret-explanation",
  title: "InterpretML explanation (`explain_global().data()`)",
  definedAt: "https://interpret.ml/docs/python/api/ExplainableBoostingClassifier.html",
  versions: "0.2 to 0.7 from the source, not seen",
  reads: "The importance of each term of a model, and the score of each term for one prediction.",
  leaves: "Graphs of single features, densities, the intercept, and what was predicted.",
  syntax: ["json"],
  gives: ["attribution"],
  recognises: ({ value }) => isOverall(value) || isOverall(member(value, "overall")) || isLocal(value),

  read({ value }) {
    if (isLocal(value)) return statements(value, "", "prediction");
    return isOverall(value) ? statements(value, "", null) : statements(member(value, "overall"), "/overall", null);
  },
};
