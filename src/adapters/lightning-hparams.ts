import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { isRecord, members } from "../read/shape.js";
import { flatParameters } from "./families/parameters.js";

/** What loggers of Lightning write beside it, or the folder that they count up. */
const isOfLogger = (file: EvidenceFile): boolean =>
  /^version_\d+$/.test(file.segments.at(-2) ?? "") ||
  file.folder("").some((name) => /^(metrics\.csv|checkpoints|events\.out\.tfevents\..+)$/.test(name));

/** Hyperparameters that a run of Lightning saved. */
export const lightningHparams: Adapter = {
  id: "lightning-hparams",
  title: "Lightning hyperparameters (`hparams.yaml`)",
  definedAt: "https://lightning.ai/docs/pytorch/stable/common/hyperparameters.html",
  versions: "1.x and 2.x, from the source, not seen",
  reads: "The run's parameters, nested ones joined by dots; the run is the folder's name.",
  leaves: "Nothing.",
  syntax: ["yaml"],
  gives: ["run"],
  recognises: (file) =>
    /^hparams\.ya?ml$/.test(file.name) && isRecord(file.value) && members(file.value).length > 0 && isOfLogger(file),
  read: ({ value, segments }) => [
    { kind: "run", run_id: segments.at(-2) ?? null, params: flatParameters(value), where: { pointer: "" } },
  ],
};
