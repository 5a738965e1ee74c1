import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { boolean, hasKeys, member, members, number, text } from "../read/shape.js";
import { scoreMean } from "./families/score-mean.js";

const isQuestion = (value: Value): boolean => hasKeys(value, "correctness") && hasKeys(value, "correctness_reason");

/** The share of the questions that were answered right. */
function correctness(questions: readonly Value[]): Statement {
  const right = questions.filter((question) => boolean(member(question, "correctness")) === true).length;
  return {
    kind: "measurement",
    raw_metric: "correctness",
    value: right / questions.length,
    unit: "proportion",
    n: questions.length,
    trials: questions.length,
    where: { pointer: "" },
  };
}

/** The mean of a further score, over the questions that have it. */
function furtherScores(questions: readonly Value[]): readonly Statement[] {
  const names = new Set(questions.flatMap((question) => members(question).map(([name]) => name)));
  return [...names].flatMap((name): readonly Statement[] => {
    const scores = questions.map((question) => number(member(question, name)));
    const { mean, n } = scoreMean(scores);
    if (n === 0) return [];
    const ragas = /^ragas_(.+)$/.exec(name)?.[1];
    const named = ragas === undefined ? {} : { metric_name: ragas };
    return [{ kind: "measurement", raw_metric: name, ...named, value: mean, n, where: { pointer: "" } }];
  });
}

/** Where the judge could not decide, the question is neither right nor wrong. */
function undecided(questions: readonly Value[]): readonly Statement[] {
  const open = questions.filter((question) => boolean(member(question, "correctness")) === undefined).length;
  return open === 0
    ? []
    : [
        {
          kind: "check",
          name: "every question was judged",
          passed: false,
          observed: questions.length - open,
          expected: questions.length,
          where: { pointer: "" },
        },
      ];
}

/** The evaluation of an agent by RAGET, a question a member. */
export const giskardRag: Adapter = {
  id: "giskard-rag",
  title: "Giskard RAG evaluation (`metrics_results.json`)",
  definedAt: "https://docs.giskard.ai/",
  versions: "2.19, from the source, not seen",
  reads: "The share of questions that were answered right, and the mean of each further score, with their number.",
  leaves: "Reasons, answers, kinds and topics of the questions, which stand in `testset.jsonl`.",
  syntax: ["json"],
  gives: ["measurement", "check"],
  recognises: ({ value }) =>
    members(value).length > 0 &&
    members(value).every(([, question]) => isQuestion(question)) &&
    members(value).some(([, question]) => text(member(question, "correctness_reason")) !== undefined),

  read({ value }) {
    const questions = members(value).map(([, question]) => question);
    return [correctness(questions), ...furtherScores(questions), ...undecided(questions)];
  },
};
