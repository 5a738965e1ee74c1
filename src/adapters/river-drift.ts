import type { Adapter, Value } from "../model/adapter.js";
import type { DriftScope, Limit, LimitSense, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { driftMethodOf } from "../normalise/drift-methods.js";
import { boolean, hasKeys, isRecord, list, member, members, numeric, text } from "../read/shape.js";
import { statedLimit } from "./families/stated-limits.js";

/** A summary of river's detectors over a stream: river has no file form of its own. */
export const riverDrift: Adapter = {
  id: "river-drift",
  title: "Summary of river drift detectors",
  definedAt: "https://riverml.xyz/latest/api/drift/ADWIN/",
  versions: "0.26.1",
  reads:
    "Of each detector, the stream that it watched, how long that was, its parameters as limits, and whether it alarmed.",
  leaves: "The place of the first alarm.",
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
      limits: limitsOf(detector, member(entry, "params")),
      where: { pointer: pointer(where, "drift_detected") },
    },
  ];
}

/** What is set of a detector, and which change alarms less: of a chance of false alarms a lower one does. */
const parameters: Readonly<Record<string, LimitSense>> = {
  threshold: "at-most",
  drift_threshold: "at-most",
  min_instances: "at-most",
  grace_period: "at-most",
  warm_start: "at-most",
  delta: "at-least",
  drift_confidence: "at-least",
  beta: "at-least",
  alpha: "as-is",
  window_size: "as-is",
  stat_size: "as-is",
  mode: "as-is",
};

/** The same word is another thing to Page–Hinkley and to KSWIN. */
const ofDetectors: Readonly<Record<string, Readonly<Record<string, LimitSense>>>> = {
  PageHinkley: { delta: "at-most" },
  KSWIN: { alpha: "at-least" },
};

/** A dump of parameters holds what the detector has counted, too, which nobody set. */
function limitsOf(detector: string, stated: Value | undefined): readonly Limit[] | null {
  if (!isRecord(stated)) return null;
  const own = Object.hasOwn(ofDetectors, detector) ? (ofDetectors[detector] ?? {}) : {};
  return members(stated).flatMap(([name, value]) => {
    const sense = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return sense === undefined || value === null ? [] : [statedLimit(name, sense, value)];
  });
}

/** A stream of errors or losses tells of the concept, one of scores of the predictions. */
const scopeOf = (stream: string | null): DriftScope =>
  stream !== null && /^(scores?|predictions?|probabilit(y|ies)|confidence)$/i.test(stream) ? "prediction" : "concept";
