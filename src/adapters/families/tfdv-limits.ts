import type { Limit, LimitSense } from "../../model/fact.js";
import { every, one, type ProtoNode, scalar, within } from "./proto-tree.js";
import { statedLimit } from "./stated-limits.js";

/** Where a feature of a schema has its limits, and which change of each asks for less. */
const places: readonly (readonly [sense: LimitSense, ...path: readonly string[]])[] = [
  ["one-of", "type"],
  ["at-least", "presence", "min_fraction"],
  ["at-least", "presence", "min_count"],
  ["at-least", "value_count", "min"],
  ["at-most", "value_count", "max"],
  ["at-least", "int_domain", "min"],
  ["at-most", "int_domain", "max"],
  ["at-least", "float_domain", "min"],
  ["at-most", "float_domain", "max"],
  ["at-least", "distribution_constraints", "min_domain_mass"],
  ["at-most", "unique_constraints", "max"],
  ["at-most", "drift_comparator", "infinity_norm", "threshold"],
  ["at-most", "drift_comparator", "jensen_shannon_divergence", "threshold"],
  ["at-most", "skew_comparator", "infinity_norm", "threshold"],
  ["at-most", "skew_comparator", "jensen_shannon_divergence", "threshold"],
];

const MOST_FEATURES = 5000;

/** The limits of a schema by which anomalies were looked for, each feature's by its name; null where there is no schema. */
export function schemaLimits(schema: ProtoNode | undefined): readonly Limit[] | null {
  if (schema === undefined) return null;
  const domains = new Map(every(schema, "string_domain").map((domain) => [scalar(one(domain, "name")), domain]));
  return every(schema, "feature")
    .slice(0, MOST_FEATURES)
    .flatMap((feature) => {
      const name = scalar(one(feature, "name")) ?? "";
      const domain = one(feature, "string_domain") ?? domains.get(scalar(one(feature, "domain")));
      return [
        ...places.flatMap(([sense, ...path]) => limitAt(feature, name, sense, path)),
        ...(domain === undefined
          ? []
          : [
              statedLimit(
                `${name} domain`,
                "one-of",
                every(domain, "value").map((value) => scalar(value) ?? ""),
              ),
            ]),
        // A feature that is left behind is looked at no more.
        ...stageOf(feature, name),
      ];
    });
}

function limitAt(feature: ProtoNode, name: string, sense: LimitSense, path: readonly string[]): readonly Limit[] {
  const written = scalar(within(feature, ...path));
  if (written === null) return [];
  const value = Number(written);
  return [statedLimit(`${name} ${path.join(".")}`, sense, Number.isFinite(value) ? value : written)];
}

const silent: ReadonlySet<string> = new Set(["DEPRECATED", "PLANNED", "ALPHA", "DEBUG_ONLY"]);

/** TFDV looks for no anomaly in a feature of these stages. */
const stageOf = (feature: ProtoNode, name: string): readonly Limit[] =>
  silent.has(scalar(one(feature, "lifecycle_stage")) ?? "")
    ? []
    : [statedLimit(`${name} is looked at`, "at-least", true)];
