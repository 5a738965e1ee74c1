import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { isRecord } from "../read/shape.js";
import { flatParameters } from "./families/parameters.js";
import { isSacredRun, sacredRunId } from "./families/sacred.js";

/** Any JSON may be called so: the run beside it tells. */
const isBesideRun = (file: EvidenceFile): boolean =>
  file.name === "config.json" && isRecord(file.value) && isSacredRun(file.neighbour("run.json")?.value);

/** The configuration of a run of Sacred. */
export const sacredConfig: Adapter = {
  id: "sacred-config",
  title: "Sacred configuration (`config.json` of a run)",
  definedAt: "https://sacred.readthedocs.io/en/stable/configuration.html",
  versions: "0.8, from the source, not seen",
  reads: "The run's parameters, nested ones joined by dots; the seed is one of them.",
  leaves: "Nothing.",
  syntax: ["json"],
  gives: ["run"],
  recognises: isBesideRun,
  read: (file) => [
    { kind: "run", run_id: sacredRunId(file), params: flatParameters(file.value), where: { pointer: "" } },
  ],
};
