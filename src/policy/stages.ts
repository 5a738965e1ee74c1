import type { Value } from "../model/adapter.js";
import { isList, isRecord } from "../read/shape.js";
import type { At } from "./form.js";
import type { Layer } from "./layer.js";
import { nearestAdvice } from "./nearest.js";

/** Complains of stages in `applies` that there are not: a misspelt stage would take every model from the policy. */
export function complainOfStages(layer: Layer, stages: readonly string[]): void {
  complainOfEach(layer.fields.applies?.stages, layer.at.below("applies").below("stages"), stages);
  for (const { keys, at } of layer.rules) {
    const applies = keys === "disabled" ? undefined : keys["applies"];
    const written = isRecord(applies) ? applies["stages"] : undefined;
    complainOfEach(written, at.below("applies").below("stages"), stages);
  }
}

function complainOfEach(written: Value | readonly string[] | undefined, at: At, stages: readonly string[]): void {
  const names: readonly Value[] = isList(written) ? written : typeof written === "string" ? [written] : [];
  names.forEach((name, index) => {
    if (typeof name !== "string" || stages.includes(name)) return;
    const mend = `${nearestAdvice(name, stages)} Stages of your own go into \`stages.order\` of referee.yaml.`;
    at.below(index).complain(`\`${name}\` is none of the stages`, mend);
  });
}
