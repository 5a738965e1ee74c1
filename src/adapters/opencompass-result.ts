import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, member, members, text } from "../read/shape.js";

/** Answers one by one, and how they were taken: beside the metrics of one data set. */
const detailsOf = (value: Value | undefined): Value | undefined => {
  const details = member(value, "details");
  const type = text(member(details, "type"));
  const answered = members(details).some(([, answer]) => hasKeys(answer, "predictions", "references"));
  return (type === "GEN" || type === "PPL") && answered ? details : undefined;
};

const answersIn = (details: Value | undefined): number =>
  members(details).filter(([, answer]) => hasKeys(answer, "predictions")).length;

/** OpenCompass gives per cent, whatever the metric is called. */
const unitOf = (metric: string): string | null =>
  /^(score|.*_score|.*accuracy)$/.test(metric) || interpretMetric(metric).unit === "proportion" ? "percent" : null;

function statements({ name, value }: EvidenceFile): readonly Statement[] {
  const details = detailsOf(value);
  const n = answersIn(details);
  const dataset = name.replace(/(_\d{1,4})?\.json$/, "");
  return members(value).flatMap(([metric, held]): readonly Statement[] =>
    typeof held === "number" || (typeof held === "string" && /^nan$/i.test(held))
      ? [
          {
            kind: "measurement",
            raw_metric: metric,
            value: held,
            unit: unitOf(metric),
            dataset,
            n,
            protocol: text(member(details, "type"))?.toLowerCase() ?? null,
            where: { pointer: pointer("", metric) },
          },
        ]
      : [],
  );
}

export const opencompassResult: Adapter = {
  id: "opencompass-result",
  title: "OpenCompass results of a data set (`results/<model>/<dataset>.json`)",
  definedAt: "https://opencompass.readthedocs.io/en/latest/user_guides/evaluation.html",
  versions: "0.5, with details, from the source, not seen",
  reads:
    "Each metric in per cent, the data set, which is the file's name, how the answers were taken, and their number.",
  leaves: "The answers, and results without details, which are plain metrics.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => detailsOf(value) !== undefined,
  read: statements,
};
