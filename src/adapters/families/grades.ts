import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, list, members, numeric, scalarText } from "../../read/shape.js";

/** Grades of judges, people or models: an accuracy of 4.3 is 4.3 of 5, and not per cent. */

type Measurement = Extract<Statement, { kind: "measurement" }>;

const scaleKey =
  /^((rating|score|grading|likert|judge)_?)?(scale|range)$|^(max(imum)?_?(score|rating|grade|points)|out_?of)$/i;
const judgeKey =
  /^(llm_?)?judge(s|_?(model|name|llm|prompt))?$|^(grader|rater|annotator|evaluator)_?(model|llm|name)?s?$/i;
/** What judges are asked to grade. */
const criteria =
  /^(avg_|mean_|average_)?(helpfulness|fluency|coherence|clarity|completeness|conciseness|relevance|groundedness|tone|empathy|creativity|usefulness|readability|depth|engagement|naturalness|informativeness|professionalism|overall_quality|actionability)(_score|_avg|_mean|_rating)?$/i;

const scales = [5, 10] as const;

/** The best grade that a text or a number names: "1-5", "0 to 10", 5, [1, 5]. */
function bestOf(written: Value): number | undefined {
  const best = list(written)?.at(-1) ?? written;
  const said = /(?:^|[-–—/]|to|of)\s*(\d{1,3})\s*(?:points?)?$/i.exec(scalarText(best)?.trim() ?? "")?.[1];
  const number = numeric(said ?? best);
  return number === 5 || number === 10 || number === 4 || number === 7 || number === 3 ? number : undefined;
}

/** The scale that a document names at its head, or in a record there. */
function scaleNamed(value: Value | undefined): number | undefined {
  for (const [key, held] of members(value)) {
    if (scaleKey.test(key) && !isRecord(held)) return bestOf(held);
    for (const [inner, below] of members(held)) if (scaleKey.test(inner)) return bestOf(below);
  }
  return undefined;
}

const namesJudge = (value: Value | undefined): boolean =>
  members(value).some(([key, held]) => judgeKey.test(key) || members(held).some(([inner]) => judgeKey.test(inner)));

const isShare = ({ raw_metric, metric_name, unit = null }: Measurement): boolean =>
  unit === null && interpretMetric(metric_name ?? raw_metric).unit === "proportion";
const isCriterion = ({ raw_metric, unit = null }: Measurement): boolean => unit === null && criteria.test(raw_metric);

/**
 * The statements of a document that a judge's grades stand in, those grades as so many of the best one: where the
 * document names a scale, or names a judge or what judges look at and no number beside those passes the scale.
 */
export function inGrades(statements: readonly Statement[], value: Value | undefined): readonly Statement[] {
  const measured = statements.filter((statement) => statement.kind === "measurement");
  const graded = measured.filter((statement) => isShare(statement) || isCriterion(statement));
  const numbers = graded.flatMap(({ value: number }) => (typeof number === "number" ? [number] : []));
  const largest = Math.max(0, ...numbers);
  if (largest <= 1) return statements;
  const named = scaleNamed(value);
  const judged = namesJudge(value) || measured.some(isCriterion);
  const best = named ?? (judged ? scales.find((scale) => largest <= scale) : undefined);
  if (best === undefined || largest > best) return statements;
  return statements.map((statement) => {
    if (statement.kind !== "measurement" || typeof statement.value !== "number") return statement;
    // A share among grades is one still: nobody grades a whole answer with 0.9.
    if (statement.value < 1 || !(isShare(statement) || isCriterion(statement))) return statement;
    return { ...statement, unit: `of ${best}`, unit_guessed: named === undefined, trials: null };
  });
}
