import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, list, member, number, text } from "../read/shape.js";
import { scoreMean } from "./families/score-mean.js";

interface Judged {
  readonly model: string;
  readonly turn: number | null;
  /** Undefined where the judge gave none, which the tool writes as -1. */
  readonly score: number | undefined;
  readonly line: number;
}

const isJudgment = (value: Value | undefined): boolean =>
  hasKeys(value, "question_id", "model", "judge", "score", "turn") && list(member(value, "judge")) !== undefined;

function judgedIn({ values }: EvidenceFile): readonly Judged[] {
  return values.flatMap(({ value, line }): Judged[] => {
    const model = text(member(value, "model"));
    if (model === undefined || !isJudgment(value)) return [];
    const score = number(member(value, "score"));
    return [
      {
        model,
        turn: number(member(value, "turn")) ?? null,
        score: score === undefined || score < 0 ? undefined : score,
        line,
      },
    ];
  });
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

function statements(file: EvidenceFile): readonly Statement[] {
  const judged = judgedIn(file);
  const models = distinct(judged.map(({ model }) => model));
  return models.flatMap((model) => {
    const own = judged.filter((each) => each.model === model);
    const turns = distinct(own.map(({ turn }) => turn)).filter((turn) => turn !== null);
    const parts = turns.length > 1 ? [null, ...turns] : [null];
    return parts.flatMap((turn): Statement[] => {
      const part = turn === null ? own : own.filter((each) => each.turn === turn);
      const { mean, n, failed } = scoreMean(part.map(({ score }) => score));
      const where = { line: part[0]?.line ?? 1 };
      const said = { dataset: "MT-Bench", ...(turn === null ? {} : { slice: { turn: String(turn) } }) };
      const score: Statement = {
        kind: "measurement",
        raw_metric: "score",
        value: mean,
        unit: "of 10",
        higher_is_better: true,
        protocol: "mean",
        n,
        ...(models.length > 1 ? { about: model } : {}),
        ...said,
        where,
      };
      if (turn !== null || failed === 0) return [score];
      return [
        score,
        {
          kind: "check",
          name: `every answer of ${model} was judged`,
          passed: false,
          observed: n,
          expected: n + failed,
          where,
        },
      ];
    });
  });
}

/** Source: https://github.com/lm-sys/FastChat, `gen_judgment.py` and `show_result.py` of `fastchat/llm_judge`. */
export const mtBenchJudgments: Adapter = {
  id: "mt-bench-judgments",
  title: "MT-Bench judgments (`*_single.jsonl`)",
  definedAt: "https://github.com/lm-sys/FastChat/tree/main/fastchat/llm_judge",
  versions: "FastChat 0.2, from the source, not seen",
  reads:
    "The mean of the grades of each model, over both turns and of each, and the number of answers that were graded; a failed check where the judge gave no grade for some.",
  leaves: "Questions, answers and the judge's words, and comparisons of pairs.",
  syntax: ["json-lines"],
  gives: ["measurement", "check"],
  recognises: ({ values }) => isJudgment(values[0]?.value),
  read: statements,
};
