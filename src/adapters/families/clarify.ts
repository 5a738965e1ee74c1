import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { shortened } from "./check-values.js";
import { hasKeys, list, member, members, scalarText, text } from "../../read/shape.js";

/**
 * Bias metrics of SageMaker Clarify by their short names. They differ from metrics of the same name elsewhere in sign
 * or side (its KS is between labels of two groups), so each has an id of its own; disparate impact is the usual ratio.
 */
const BIAS_METRICS: ReadonlyMap<string, string> = new Map([
  ["CDDL", "conditional_demographic_disparity_in_labels"],
  ["CI", "class_imbalance"],
  ["DPL", "difference_in_proportions_of_labels"],
  ["JS", "label_jensen_shannon_divergence"],
  ["KL", "label_kullback_leibler_divergence"],
  ["KS", "label_kolmogorov_smirnov_distance"],
  ["LP", "label_lp_norm"],
  ["TVD", "label_total_variation_distance"],
  ["AD", "accuracy_difference"],
  ["CDDPL", "conditional_demographic_disparity_in_predicted_labels"],
  ["DAR", "difference_in_acceptance_rates"],
  ["DCA", "difference_in_conditional_acceptance"],
  ["DCAcc", "difference_in_conditional_acceptance"],
  ["DCR", "difference_in_conditional_rejection"],
  ["DI", "disparate_impact_ratio"],
  ["DPPL", "difference_in_proportions_of_predicted_labels"],
  ["DRR", "difference_in_rejection_rates"],
  ["FT", "flip_test"],
  ["GE", "generalized_entropy"],
  ["RD", "recall_difference"],
  ["SD", "specificity_difference"],
  ["TE", "treatment_equality"],
]);

/** The id of a bias metric by its short name; undefined where Clarify has no such metric. */
export const biasMetric = (name: string): string | undefined => BIAS_METRICS.get(name);

/** A facet may be called by its column, or by its column and value. */
function facetSlice(facet: string, group: string): Slice {
  const column = facet.endsWith(`=${group}`) ? facet.slice(0, -group.length - 1) : facet;
  return { [column]: group };
}

/** One metric of a facet: a metric that could not be computed has no value, and an error that says why. */
function biasStatements(metric: Value, base: string, slice: Slice): Statement[] {
  const name = text(member(metric, "name"));
  if (name === undefined) return [];
  const where = { pointer: pointer(base, "value") };
  const error = text(member(metric, "error"));
  const id = biasMetric(name);
  const measured: Statement = {
    kind: "measurement",
    raw_metric: name,
    ...(id === undefined ? {} : { metric: id }),
    value: member(metric, "value") ?? null,
    slice,
    where,
  };
  if (error === undefined) return [measured];
  const groups = Object.entries(slice).map(([column, value]) => `${column}=${value}`);
  return [
    measured,
    {
      kind: "problem",
      problem: "wrong-type",
      message: `${name} of ${groups.join(", ")} could not be computed: ${shortened(error)}`,
      mend: "Give the job what the metric needs, or leave the metric out of it.",
      where,
    },
  ];
}

const isFacetEntry = (value: Value | undefined): boolean =>
  hasKeys(value, "value_or_threshold", "metrics") && list(member(value, "metrics")) !== undefined;

/** True for facets by name, each a list of groups with their metrics. */
export const isFacets = (value: Value | undefined): boolean =>
  members(value).length > 0 &&
  members(value).every(([, groups]) => (list(groups) ?? []).length > 0 && (list(groups) ?? []).every(isFacetEntry));

/** The bias metrics of facets, each group a slice. */
export const facetStatements = (facets: Value | undefined, base: string): Statement[] =>
  members(facets).flatMap(([facet, groups]) =>
    (list(groups) ?? []).flatMap((group, index) => {
      const slice = facetSlice(facet, scalarText(member(group, "value_or_threshold")) ?? "");
      return (list(member(group, "metrics")) ?? []).flatMap((metric, place) =>
        biasStatements(metric, pointer(base, facet, index, "metrics", place), slice),
      );
    }),
  );

/** Global importances by label; of a single label they are of the model as a whole. */
export function shapStatements(explanations: Value | undefined, base: string): Statement[] {
  const labels = members(member(explanations, "kernel_shap"));
  return labels.flatMap(([label, explained]) =>
    members(member(explained, "global_shap_values")).map(([feature, importance]): Statement => ({
      kind: "attribution",
      method: "shap",
      feature,
      importance,
      slice: labels.length === 1 ? {} : { class: label },
      where: { pointer: pointer(base, "kernel_shap", label, "global_shap_values", feature) },
    })),
  );
}
