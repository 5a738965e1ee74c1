import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { coverageCheck } from "./partial-evaluation.js";
import { scoreMean } from "./score-mean.js";

/** One metric's scores, a question each. */
export interface RagasScores {
  readonly metric: string;
  readonly scores: readonly (number | undefined)[];
  /** The pipeline among several whose answers were scored; null where there is one. */
  readonly about: string | null;
  readonly where: Where;
  readonly at: string | null;
}

/** The mean over the questions that were scored, and a failed check where the judge gave none for some of them. */
export function ragasMean({ metric, scores, about, where, at }: RagasScores): readonly Statement[] {
  const { mean, n, failed } = scoreMean(scores);
  const measured: Statement = {
    kind: "measurement",
    raw_metric: metric,
    value: mean,
    n,
    protocol: "mean",
    about,
    at,
    where,
  };
  const task = about === null ? metric : `${metric} of ${about}`;
  return failed === 0 ? [measured] : [measured, coverageCheck({ task, evaluated: n, of: n + failed }, where)];
}
