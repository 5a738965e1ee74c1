import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/** `map                   	all	0.2345`: the measure, the topic or `all`, the value. */
const row = /^([A-Za-z][\w.-]{0,40}) *\t(\S{1,60})\t(\S{1,60})$/;

/** Names of trec_eval, and what others call them; the number behind is the depth. */
const names: Readonly<Record<string, string>> = {
  map: "map",
  gm_map: "geometric map",
  Rprec: "r_precision",
  recip_rank: "mrr",
  bpref: "bpref",
  ndcg: "ndcg",
};
const atDepth: readonly (readonly [RegExp, string])[] = [
  [/^P_(\d{1,5})$/, "precision"],
  [/^recall_(\d{1,5})$/, "recall"],
  [/^ndcg_cut_(\d{1,5})$/, "ndcg"],
  [/^map_cut_(\d{1,5})$/, "map"],
  [/^success_(\d{1,5})$/, "hit_rate"],
];

function nameOf(measure: string): string | undefined {
  if (Object.hasOwn(names, measure)) return names[measure];
  for (const [pattern, name] of atDepth) {
    const depth = pattern.exec(measure)?.[1];
    if (depth !== undefined) return `${name}@${depth}`;
  }
  return undefined;
}

interface Row {
  readonly measure: string;
  readonly topic: string;
  readonly value: string;
  readonly line: number;
}

const rowsOf = (text: string): readonly Row[] =>
  text.split("\n").flatMap((written, index): Row[] => {
    const [, measure, topic, value] = row.exec(written.trimEnd()) ?? [];
    return measure === undefined || topic === undefined || value === undefined
      ? []
      : [{ measure, topic, value, line: index + 1 }];
  });

/** What trec_eval prints of a ranking. */
export const trecEvalText: Adapter = {
  id: "trec-eval-text",
  title: "trec_eval output",
  definedAt: "https://github.com/usnistgov/trec_eval",
  versions: "9.x, from the source, not seen",
  reads: "The measures over all topics with the number of topics; the run's tag.",
  leaves: "Measures of single topics, counts, and precisions at levels of recall.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) => {
    const rows = rowsOf(text.slice(0, 4000));
    return (
      rows.some(({ measure }) => measure === "num_q" || measure === "runid") ||
      rows.filter(({ measure, topic }) => topic === "all" && nameOf(measure) !== undefined).length > 2
    );
  },

  read({ text }): readonly Statement[] {
    const whole = rowsOf(text).filter(({ topic }) => topic === "all");
    const stated = (measure: string): string | undefined => whole.find((entry) => entry.measure === measure)?.value;
    const topics = stated("num_q");
    const run = stated("runid") ?? null;
    return whole.flatMap(({ measure, value, line }): Statement[] => {
      const name = nameOf(measure);
      if (name === undefined) return [];
      return [
        {
          kind: "measurement",
          raw_metric: measure,
          metric_name: name,
          value,
          ...(topics !== undefined && /^\d{1,9}$/.test(topics) ? { n: Number(topics) } : {}),
          run,
          where: { line },
        },
      ];
    });
  },
};
