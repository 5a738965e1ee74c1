import type { Adapter } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { below, hasKeys, member, scalarText, text } from "../read/shape.js";
import { wandbRun } from "./families/wandb.js";

const environmentKeys = ["os", "python", "program", "codePath", "gpu", "gpu_count", "cuda", "cudaVersion", "cpu_count"];

/** Where and when a W&B run was made. */
export const wandbMetadata: Adapter = {
  id: "wandb-metadata",
  title: "Weights & Biases run metadata (`wandb-metadata.json`)",
  definedAt: "https://docs.wandb.ai/models/runs/run-metadata",
  versions: "0.12.15, 0.12.21, 0.16.6",
  reads: "The run, when it began, the commit, and the system and program it ran with.",
  leaves:
    "Host, user, arguments, memory and disk; the state, which says `running` in every file that was written offline.",
  syntax: ["json"],
  gives: ["run"],
  recognises: ({ name, value }) =>
    hasKeys(value, "startedAt") &&
    (name === "wandb-metadata.json" ||
      (hasKeys(value, "program") && (hasKeys(value, "executable") || hasKeys(value, "heartbeatAt")))),

  read(file): readonly Statement[] {
    const known = environmentKeys.flatMap((key): (readonly [string, ParameterValue])[] => {
      const value = scalarText(member(file.value, key));
      return value === undefined ? [] : [[key, value]];
    });
    return [
      {
        kind: "run",
        run_id: wandbRun(file),
        code_revision: text(below(file.value, "git", "commit")) ?? null,
        environment: Object.fromEntries(known),
        at: text(member(file.value, "startedAt")) ?? null,
        where: { pointer: "/startedAt" },
      },
    ];
  },
};
