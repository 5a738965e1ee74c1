import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { isRecord, members } from "../../read/shape.js";
import { namedMeasurement } from "./sliced-name.js";
import { isOfTrainer, trainingMean } from "./trainer-names.js";
import { isCounter, isLostObject, isMedia, isOfOptimiser, isSystemFigure } from "./wandb.js";

/** What every value of a run shares. */
export interface OfRun {
  readonly run: string | null;
  readonly at: string | null;
}

/** Where a value stands, and the step that it is of where that is told. */
export interface Standing {
  readonly where: Where;
  readonly step?: number | null;
}

/** The standing of the value at a pointer into the values. */
type StandingOf = (pointer: string) => Standing;

const isNumber = (value: Value): boolean =>
  typeof value === "number" || (typeof value === "string" && /^[+-]?(nan|inf|infinity)$/i.test(value));

/** What `define_metric` asked to keep of a metric: `{"max": 0.91}` instead of the last value. */
const kept = new Set(["max", "min", "mean", "best", "last", "first"]);

const isKept = (value: Value): boolean =>
  members(value).length > 0 && members(value).every(([key, child]) => kept.has(key) && isNumber(child));

const keptStatements = (name: string, value: Value, base: string, ofRun: OfRun, standingOf: StandingOf): Statement[] =>
  members(value).map(([key, number]) => ({
    kind: "measurement",
    metric_name: name,
    ...namedMeasurement(name),
    raw_metric: `${name}.${key}`,
    protocol: key === "last" ? null : key,
    value: number,
    ...ofRun,
    ...standingOf(pointer(base, key)),
  }));

/** Every number that is a metric among the values that W&B keeps of a run, nested names joined by dots. */
export function loggedStatements(
  values: Value | undefined,
  ofRun: OfRun,
  standingOf: StandingOf,
  prefix = "",
  base = "",
): Statement[] {
  return members(values).flatMap(([key, child]): Statement[] => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    const place = pointer(base, key);
    if (isCounter(name) || isOfOptimiser(name) || isSystemFigure(name) || isMedia(child)) return [];
    if (isKept(child)) return keptStatements(name, child, place, ofRun, standingOf);
    if (isRecord(child)) return loggedStatements(child, ofRun, standingOf, name, place);
    if (!isNumber(child) && !isLostObject(child)) return [];
    const protocol = key === trainingMean && isOfTrainer(values) ? { protocol: "mean" } : {};
    return [
      { kind: "measurement", ...namedMeasurement(name), ...protocol, value: child, ...ofRun, ...standingOf(place) },
    ];
  });
}
