import { defineCheck, type CheckInput } from "../model/check.js";
import type { BrokenFile } from "../model/evidence.js";
import type { Expression, ExpressionAnswer } from "../model/expression.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";

export const expression = defineCheck({
  id: "expression",
  area: "own",
  title: "What the team wrote itself holds of the facts",
  why: "Some rules are the team's own; they deserve the same evidence, the same report and the same waivers.",
  mend: "Bring evidence for which it holds, or agree on another expression in a reviewed change to the policy.",
  whenNot:
    "Where a check says it: `metric` knows confidence, direction and baselines, and an expression judges bare numbers.",
  subject: {
    kind: "expression",
    description:
      "An expression of the Common Expression Language over `facts`, `model`, `stage` and `now` that is true or false; `re_match(pattern, text)`, `ratio(a, b)` and `number(x)` are offered.",
  },
  options: {},
  example: {
    rule: 'small-enough: { expression: \'facts.exists(f, f.kind == "measurement" && f.metric == "size_mb" && f.value <= 50)\' }',
    met: "a measurement `size_mb` of 42",
    notMet: "a measurement `size_mb` of 80, and no other",
  },
  needs: [
    ...(["measurement", "drift", "check", "card", "dataset", "attribution", "model", "run"] as const),
    ...(["rollout", "experiment", "table", "problem"] as const),
  ],
  needsMarkdownBody: true,

  plain: ({ text }) => `this expression holds: ${text.trim().replaceAll(/\s+/g, " ")}`,

  evaluate(input) {
    const { subject: asked } = input;
    const spoilt = asked.reads.facts ? spoiledBy(asked, input) : null;
    if (spoilt !== null) return [spoilt];
    const answer = asked.evaluate(input);
    const sources = sourcesOf(asked, input);
    return [{ subject: null, ...verdictOf(answer, asked, input), sources }];
  },
});

function verdictOf(
  answer: ExpressionAnswer,
  asked: Expression,
  input: CheckInput<Expression>,
): Pick<Verdict, "outcome" | "message"> {
  if (answer.kind === "error")
    return { outcome: "unreadable", message: `the expression cannot be worked out: ${answer.message}` };
  if (answer.value) return { outcome: "met", message: "the expression holds" };
  const parts = asked.parts(input);
  const untrue = parts.filter(({ answer: one }) => one.kind === "value" && !one.value);
  const named = parts.length > 1 && untrue.length > 0 ? untrue.map(({ text }) => text) : [asked.text.trim()];
  return { outcome: "not-met", message: `it does not hold: ${named.join("; ").replaceAll(/\s+/g, " ")}` };
}

/** A file that may have held what the expression asks for, or a number that is none: nothing can be said. */
function spoiledBy({ reads }: Expression, { evidence }: CheckInput): Verdict | null {
  const reading = (kind: BrokenFile["gives"][number]): boolean => reads.kinds === null || reads.kinds.includes(kind);
  const file = evidence.broken.find(({ gives }) => gives.some(reading));
  if (file !== undefined)
    return {
      subject: null,
      outcome: "unreadable",
      message: `${file.source.path}: ${file.message}`,
      mend: file.mend,
      sources: [file.source],
    };
  const bad = reading("measurement")
    ? evidence.of("measurement").find((fact) => fact.non_finite !== null && isNamed(fact, reads.texts))
    : undefined;
  if (bad === undefined) return null;
  const message = `${bad.metric} is ${bad.non_finite ?? "no number"}`;
  return {
    subject: null,
    outcome: "unreadable",
    message,
    mend: "evaluate again, and look for what made it so",
    sources: [bad.source],
  };
}

/** True where the expression names the metric, or no metric at all. */
const isNamed = ({ metric, raw_metric: raw }: FactOf<"measurement">, texts: readonly string[]): boolean =>
  texts.includes(metric) || texts.includes(raw) || !texts.some((text) => interpretMetric(text).known);

/** Where the facts stand that the expression names by their metric or name; a few. */
function sourcesOf({ reads }: Expression, { evidence }: CheckInput): readonly Source[] {
  const named = [
    ...evidence
      .of("measurement")
      .filter(({ metric, raw_metric: raw }) => reads.texts.includes(metric) || reads.texts.includes(raw)),
    ...evidence.of("check").filter(({ name }) => reads.texts.includes(name)),
    ...evidence.of("drift").filter(({ column }) => column !== null && reads.texts.includes(column)),
  ];
  return reads.facts ? named.slice(0, 5).map(({ source }) => source) : [];
}
