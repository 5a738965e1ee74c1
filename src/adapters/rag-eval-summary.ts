import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, members, numeric } from "../read/shape.js";

/** What each kind of group holds besides its statistics. */
const isRated = (group: Value): boolean => hasKeys(group, "pass_rate") && hasKeys(group, "mean_rating");
const isSpread = (group: Value): boolean => hasKeys(group, "mean", "max", "min");
const isCounted = (group: Value): boolean => hasKeys(group, "rate", "total");

const statistics = new Set(["pass_rate", "mean_rating", "mean", "max", "min", "rate"]);

/** The means of an evaluation of a retrieval-augmented chat, a group for each metric. */
export const ragEvalSummary: Adapter = {
  id: "rag-eval-summary",
  title: "Summary of the AI RAG chat evaluator",
  definedAt: "https://github.com/Azure-Samples/ai-rag-chat-evaluator",
  versions: "As of 2024: rated metrics, lengths, latency in seconds, citation rates",
  reads:
    "Pass rates and mean ratings (from 1 to 5) of rated metrics; mean, greatest and least of measured ones; rates of counted ones with what they were counted over.",
  leaves: "`pass_count`: what it was counted over is not in the file.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const groups = members(value).filter(([, group]) => isRecord(group));
    return (
      groups.length > 0 &&
      groups.length === members(value).length &&
      groups.some(([, group]) => isRated(group) || isCounted(group)) &&
      groups.every(([, group]) => isRated(group) || isSpread(group) || isCounted(group))
    );
  },

  read: ({ value }) =>
    members(value).flatMap(([name, group]) =>
      members(group).flatMap(([key, figure]): Statement[] => {
        if (!statistics.has(key)) return [];
        const raw = `${name}.${key}`;
        const share = key === "pass_rate" || key === "rate";
        return [
          {
            kind: "measurement",
            metric: raw,
            raw_metric: raw,
            value: figure,
            ...unitOf(name, share),
            ...(key === "mean_rating" || share ? { higher_is_better: true } : {}),
            ...(isCounted(group) ? countedOver(group) : {}),
            where: { pointer: pointer("", name, key) },
          },
        ];
      }),
    ),
};

/** The evaluator measures latency in seconds and length in characters. */
function unitOf(name: string, share: boolean): { readonly unit?: string; readonly higher_is_better?: boolean } {
  if (share) return { unit: "proportion" };
  if (name === "latency") return { unit: "s", higher_is_better: false };
  return name === "answer_length" ? { unit: "characters" } : {};
}

function countedOver(group: Value): { readonly n?: number; readonly trials?: number } {
  const total = isRecord(group) ? numeric(group.total) : undefined;
  return total === undefined ? {} : { n: total, trials: total };
}
