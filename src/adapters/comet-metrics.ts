import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer, type Where } from "../model/source.js";
import { hasKeys, isList, member, numeric, text } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";

const isPoint = (value: Value): boolean => hasKeys(value, "metricName", "metricValue", "timestamp");

interface Point {
  readonly value: Value;
  readonly where: Where;
}

/** Points of a list, or one a line. */
function pointsOf({ value, values, syntax }: EvidenceFile): readonly Point[] {
  if (syntax === "json-lines") return values.map((each) => ({ value: each.value, where: { line: each.line } }));
  if (!isList(value)) return [];
  return value.map((each, index) => ({ value: each, where: { pointer: pointer("", index, "metricValue") } }));
}

const stepOf = (point: Value): number => numeric(member(point, "step")) ?? -1;
const timeOf = (point: Value): number => numeric(member(point, "timestamp")) ?? -1;

/** What Comet notes of the machine. */
const ofSystem = /^sys\./;

/** The last point of each metric of each experiment: of the greatest step, of two alike the later. */
function lastPoints(points: readonly Point[]): readonly Point[] {
  const last = new Map<string, Point>();
  for (const point of points) {
    const name = text(member(point.value, "metricName"));
    if (name === undefined || ofSystem.test(name)) continue;
    const run = text(member(point.value, "experimentKey")) ?? "";
    const key = JSON.stringify([run, name, text(member(point.value, "runContext")) ?? ""]);
    const known = last.get(key);
    const isLater =
      known === undefined ||
      stepOf(point.value) > stepOf(known.value) ||
      (stepOf(point.value) === stepOf(known.value) && timeOf(point.value) >= timeOf(known.value));
    if (isLater) last.set(key, point);
  }
  return [...last.values()];
}

function pointStatement({ value, where }: Point): Statement {
  const name = text(member(value, "metricName")) ?? "";
  const context = text(member(value, "runContext"));
  const part = /^(train|validate|validation|val|test)$/.exec(context ?? "")?.[1];
  const named = namedMeasurement(name);
  return {
    kind: "measurement",
    ...named,
    ...(part === undefined || name.startsWith(`${part}_`)
      ? {}
      : { metric_name: `${part === "validate" ? "validation" : part}/${named.metric_name ?? name}` }),
    value: member(value, "metricValue"),
    step: numeric(member(value, "step")) ?? null,
    at: epochMoment(member(value, "timestamp")),
    run: text(member(value, "experimentKey")) ?? null,
    where,
  };
}

/** Metrics of an experiment, a point each: what the API gives, and `cometx download` saves. */
export const cometMetrics: Adapter = {
  id: "comet-metrics",
  title: "Comet metrics (`metrics.jsonl` of `cometx download`, `get_metrics()`)",
  definedAt: "https://www.comet.com/docs/v2/api-and-sdk/python-sdk/reference/APIExperiment/",
  versions: "cometx 2.2, from the source, not seen",
  reads: "Of each metric, in each context, the value at the greatest step, with its time and experiment.",
  leaves: "Earlier values, epochs, and what Comet notes of the machine.",
  syntax: ["json", "json-lines"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: (file) => {
    const [first] = pointsOf(file);
    return first !== undefined && isPoint(first.value);
  },
  read: (file) => lastPoints(pointsOf(file)).map(pointStatement),
};
