/** Names that MLflow gives what it evaluates of language models: `rougeL/v1/mean`, `correctness/mean`. */

export type EvaluatedName =
  /** A metric that has a name of its own, aggregated. */
  | { readonly kind: "metric"; readonly name: string; readonly protocol: string | null }
  /** What a judge gave: a grade from 1 to 5, or the share of its "yes". */
  | { readonly kind: "judged"; readonly name: string; readonly protocol: string; readonly share: boolean };

/** `<metric>/v<version>` and how the rows were aggregated; of one number over all rows nothing stands behind it. */
const versioned = /^([\w-]{1,60})\/(v\d{1,2})(?:\/(mean|ratio))?$/;

/** Judges that grade from 1 to 5. */
const graded = new Set(["answer_similarity", "answer_correctness", "answer_relevance", "relevance", "faithfulness"]);

/** Scorers whose judges say yes or no. */
const scored =
  /^(correctness|relevance_to_query|safety|guidelines|expectations_guidelines|equivalence|completeness|fluency|retrieval_(?:groundedness|relevance|sufficiency)|tool_call_(?:correctness|efficiency))\/mean$/;
const rated = /^(?:response|retrieval|chunk)\/llm_judged\/([a-z_]{1,60})\/rating\/(?:percentage|average)$/;

/** Undefined where the name is of another form: of single rows, of a spread or of a percentile, or somebody else's. */
export function evaluatedName(raw: string): EvaluatedName | undefined {
  if (!raw.includes("/")) return undefined;
  const [, name, version, aggregation] = versioned.exec(raw) ?? [];
  if (name !== undefined && version !== undefined) {
    // A judge of another version is another judge.
    if (graded.has(name))
      return { kind: "judged", name: `${name}/${version}`, protocol: aggregation ?? "mean", share: false };
    if (aggregation === "ratio") return { kind: "metric", name: `${name}_rate`, protocol: null };
    return { kind: "metric", name, protocol: aggregation ?? null };
  }
  const judged = scored.exec(raw)?.[1] ?? rated.exec(raw)?.[1];
  return judged === undefined ? undefined : { kind: "judged", name: judged, protocol: "mean", share: true };
}
