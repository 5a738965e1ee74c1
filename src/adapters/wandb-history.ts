import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, member, members, number } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";
import { isCounter, isOfOptimiser, isSystemFigure, wandbRun } from "./families/wandb.js";

interface Latest {
  readonly value: number;
  readonly step: number;
  readonly at: string | null;
  readonly line: number;
}

const isEntry = (value: Value | undefined): boolean =>
  hasKeys(value, "_runtime", "_timestamp") && !members(value).some(([key]) => isSystemFigure(key));

/** The history that early versions of W&B kept as lines of JSON, and that its API exports. */
export const wandbHistory: Adapter = {
  id: "wandb-history",
  title: "Weights & Biases history (`wandb-history.jsonl`)",
  definedAt: "https://docs.wandb.ai/models/track/log",
  versions: "from the schema, not seen",
  reads: "Of each metric the value at the greatest step.",
  leaves: "Earlier values, counters, learning rates and gradients, statistics of the machine.",
  syntax: ["json-lines"],
  gives: ["measurement"],
  recognises: ({ values }) => isEntry(values[0]?.value),

  read(file): readonly Statement[] {
    const latest = new Map<string, Latest>();
    for (const { value, line } of file.values) {
      const step = number(member(value, "_step")) ?? line - 1;
      const at = epochMoment(member(value, "_timestamp"));
      for (const [name, logged] of members(value)) {
        if (typeof logged !== "number" || isCounter(name) || isOfOptimiser(name) || isSystemFigure(name)) continue;
        if (step >= (latest.get(name)?.step ?? -Infinity)) latest.set(name, { value: logged, step, at, line });
      }
    }
    const run = wandbRun(file);
    return [...latest].map(([name, { line, ...entry }]) => ({
      kind: "measurement",
      ...namedMeasurement(name),
      ...entry,
      run,
      where: { line },
    }));
  },
};
