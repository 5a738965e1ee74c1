import type { EvidencePart } from "../model/check.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import { isComputable } from "./predictions/computable.js";
import { selectMeasurements, type Asked } from "./selection.js";
import { listed, shownSlice } from "./wording.js";

/**
 * The results that a rule on a metric judges, of which the worst stands: one a data set, split and way of computing.
 * What only a card claims is none; rows that the metric can be computed from are one.
 *
 * @param subjectOf the subject of the verdict on a slice
 */
export function resultsAsked(
  evidence: Evidence,
  model: ModelIdentity,
  asked: Asked,
  subjectOf: (slice: string) => string,
): readonly EvidencePart[] {
  const selection = selectMeasurements(evidence, model, asked);
  if (selection.kind === "measurements" && !selection.claimed) {
    const results = selection.groups.map(({ facts: [fact] }): EvidencePart => {
      const slice = shownSlice(fact.slice);
      const name = resultName(asked.metric, slice, fact);
      const examples = fact.n ?? fact.trials;
      return { name, source: fact.source, subject: subjectOf(slice), exchanged: true, examples };
    });
    // Another version, run or threshold is no other test.
    return [...new Map(results.map((part) => [JSON.stringify([part.subject, part.name]), part])).values()];
  }
  const [rows] = asked.keys === null && isComputable(asked.metric) ? evidence.tables("predictions") : [];
  if (rows?.kind !== "table") return [];
  const { source, rows: examples } = rows.table;
  return [{ name: asked.metric, source, subject: subjectOf(""), exchanged: true, examples }];
}

function resultName(metric: string, slice: string, { dataset, split, protocol }: FactOf<"measurement">): string {
  const on = listed([dataset, split].filter((part) => part !== null));
  return [
    metric,
    ...(protocol === null ? [] : [`(${protocol})`]),
    ...(on === "" ? [] : [`on ${on}`]),
    ...(slice === "" ? [] : [`for ${slice}`]),
  ].join(" ");
}
