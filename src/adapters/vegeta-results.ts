import type { Adapter } from "../model/adapter.js";
import { hasKeys } from "../read/shape.js";

/** Single results of an attack, a line each: a report of them states their statistics. */
export const vegetaResults: Adapter = {
  id: "vegeta-results",
  title: "vegeta results (`encode -to json`)",
  definedAt: "https://github.com/tsenart/vegeta#encode-command",
  versions: "12.x",
  reads: "Nothing beyond the format: single results are no statistic of the attack.",
  leaves: "The results; commit `vegeta report -type=json` beside them.",
  syntax: ["json-lines", "json"],
  gives: [],
  recognises: ({ value }) => hasKeys(value, "attack", "seq", "code", "latency"),
  read: () => [],
};
