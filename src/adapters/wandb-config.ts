import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { below, hasKeys, isRecord, member, members } from "../read/shape.js";
import { flatParameters } from "./families/parameters.js";
import { wandbRun } from "./families/wandb.js";

const isEntry = (entry: Value): boolean => hasKeys(entry, "value");

/** Entries without the `desc` and `value` that W&B wraps each in. */
const unwrapped = (value: Value | undefined): Value =>
  Object.fromEntries(
    members(value).flatMap(([key, entry]) =>
      key === "_wandb" || key === "wandb_version" || !isEntry(entry) ? [] : [[key, member(entry, "value") ?? null]],
    ),
  );

const environmentKeys = new Set(["cli_version", "python_version", "framework", "huggingface_version", "start_time"]);

/** The configuration of a W&B run. */
export const wandbConfig: Adapter = {
  id: "wandb-config",
  title: "Weights & Biases configuration (`config.yaml` of a run)",
  definedAt: "https://docs.wandb.ai/models/track/config",
  versions: "0.12.15; without `wandb_version` from the schema, not seen",
  reads: "The run's parameters, nested ones joined by dots, and the versions of W&B, Python and the framework.",
  leaves: "Descriptions and W&B's own telemetry.",
  syntax: ["yaml"],
  gives: ["run"],
  recognises: ({ value }) =>
    isRecord(value) &&
    members(value).every(([key, entry]) => key === "wandb_version" || isEntry(entry)) &&
    (hasKeys(value, "wandb_version") || hasKeys(below(value, "_wandb", "value"), "cli_version")),

  read: (file): readonly Statement[] => [
    {
      kind: "run",
      run_id: wandbRun(file),
      params: flatParameters(unwrapped(file.value)),
      environment: Object.fromEntries(
        Object.entries(flatParameters(below(file.value, "_wandb", "value"))).filter(([key]) =>
          environmentKeys.has(key),
        ),
      ),
      where: { pointer: "" },
    },
  ],
};
