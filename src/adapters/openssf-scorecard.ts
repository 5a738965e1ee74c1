import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, number, text } from "../read/shape.js";

/** A score from 0 to 10, and -1 where it could not be taken. No mark is a pass, so that none is stated. */
function scoreCheck(check: Value, base: string, at: string | null): Statement {
  const score = number(member(check, "score"));
  return {
    kind: "check",
    name: text(member(check, "name")) ?? "check",
    passed: null,
    observed: score === undefined || score < 0 ? null : score,
    message: text(member(check, "reason")) ?? null,
    at,
    where: { pointer: pointer(base, "score") },
  };
}

/** Scores of a repository's security practices: of the repository, not of a model. */
export const openssfScorecard: Adapter = {
  id: "openssf-scorecard",
  title: "OpenSSF Scorecard result",
  definedAt: "https://github.com/ossf/scorecard",
  versions: "4.x and 5.x (`--format json`)",
  reads: "The score of each check, without a verdict: no score is called a pass.",
  leaves: "Details, and the score over all.",
  syntax: ["json"],
  gives: ["check"],
  recognises: ({ value }) =>
    isRecord(member(value, "scorecard")) && list(member(value, "checks")) !== undefined && hasKeys(value, "repo"),

  read({ value }) {
    const at = text(member(value, "date")) ?? null;
    return (list(member(value, "checks")) ?? []).map((check, index) =>
      scoreCheck(check, pointer("/checks", index), at),
    );
  },
};
