import type { Adapter } from "../model/adapter.js";
import { hasKeys, isRecord, member, members, text } from "../read/shape.js";

/** What is to be searched, and how: no result of a run. */
export const wandbSweep: Adapter = {
  id: "wandb-sweep",
  title: "Weights & Biases sweep configuration (`sweep.yaml`)",
  definedAt: "https://docs.wandb.ai/models/sweeps/sweep-config-keys",
  versions: "from the schema, not seen",
  reads: "Nothing beyond the format: runs of the sweep state their own parameters and metrics.",
  leaves: "The search space and its method.",
  syntax: ["yaml", "json"],
  gives: [],

  recognises: ({ value }) =>
    /^(grid|random|bayes)$/.test(text(member(value, "method")) ?? "") &&
    (hasKeys(value, "metric") || hasKeys(value, "program")) &&
    members(member(value, "parameters")).length > 0 &&
    members(member(value, "parameters")).every(([, space]) => isRecord(space)),
  read: () => [],
};
