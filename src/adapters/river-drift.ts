import type { Adapter, Value } from "../model/adapter.js";
import type { DriftScope, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { driftMethodOf } from "../normalise/drift-methods.js";
import { boolean, hasKeys, list, member, numeric, text } from "../read/shape.js";

/** A summary of river's detectors over a stream: river has no file form of its own. */
export const riverDrift: Adapter = {
  id: "river-drift",
  title: "Summary of river drift detectors",
  definedAt: "https://riverml.xyz/latest/api/drift/ADWIN/",
  versions: "0.26.1",
  reads: "Of each detector, the stream that it watched, how long that was, and whether it alarmed.",
  leaves: "Parameters and the place of the first alarm.",
  syntax: ["json"],
  gives: ["drift"],

  recognises: ({ value }) =>
    text(member(value, "library")) === "river" &&
    (list(member(value, "results")) ?? []).some((entry) => hasKeys(entry, "detector", "drift_detected")),

  read({ value }) {
    const at = text(member(value, "generated_at")) ?? null;
    return (list(member(value, "results")) ?? []).flatMap((entry, index) =>
      detectorStatement(entry, pointer("", "results", index)).map((statement) => ({ ...statement, at })),
    );
  },
};

function detectorStatement(entry: Value, where: string): Statement[] {
  const detector = text(member(entry, "detector"));
  if (detector === undefined) return [];
  const stream = text(member(entry, "stream")) ?? null;
  return [
    {
      kind: "drift",
      scope: scopeOf(stream),
      column: stream,
      method: driftMethodOf("river", detector)?.id ?? detector,
      drifted: boolean(member(entry, "drift_detected")) ?? null,
      n_current: numeric(member(entry, "n")) ?? null,
      where: { pointer: pointer(where, "drift_detected") },
    },
  ];
}

/** A stream of errors or losses tells of the concept, one of scores of the predictions. */
const scopeOf = (stream: string | null): DriftScope =>
  stream !== null && /^(scores?|predictions?|probabilit(y|ies)|confidence)$/i.test(stream) ? "prediction" : "concept";
