import type { Value } from "../../model/adapter.js";
import type { ParameterValue } from "../../model/fact.js";
import { member, members, scalarText, text } from "../../read/shape.js";

/** What answers of SageMaker's API on jobs have in common. */

/** `validation:auc` is of the validation data. */
const sets: Readonly<Record<string, string>> = { train: "train", validation: "validation", test: "test" };

export interface NamedMetric {
  readonly raw_metric: string;
  readonly metric_name: string;
  readonly split?: string;
}

/** What a metric's name says, and the set that is named beside it. */
export function named(name: string, set?: string): NamedMetric {
  const [, prefix, metric] = /^(train|validation|test):(.+)$/.exec(name) ?? [];
  const split = sets[(set ?? prefix ?? "").toLowerCase()];
  return { raw_metric: name, metric_name: metric ?? name, ...(split === undefined ? {} : { split }) };
}

/** The parameters below a key; null where there are none. */
export function parametersAt(value: Value | undefined, key: string): Readonly<Record<string, ParameterValue>> | null {
  const held = members(member(value, key));
  return held.length === 0
    ? null
    : Object.fromEntries(held.map(([name, setting]) => [name, scalarText(setting) ?? null] as const));
}

/** The first of several dates, as text; the command line may print seconds since 1970 instead. */
export const momentOf = (value: Value | undefined, ...keys: readonly string[]): string | null =>
  keys.flatMap((key) => text(member(value, key)) ?? []).at(0) ?? null;

/** The direction that an objective states. */
export function directionOf(objective: Value | undefined): { readonly higher_is_better?: boolean } {
  const type = text(member(objective, "Type"));
  return type === "Maximize" || type === "Minimize" ? { higher_is_better: type === "Maximize" } : {};
}
