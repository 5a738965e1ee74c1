import { shownNumber } from "../judging/wording.js";
import type { Report } from "../model/report.js";
import type { MetricRow } from "../model/report-detail.js";
import { trialsToSettle } from "../statistics/samples-to-settle.js";
import { folded, printable } from "./paint.js";

/** Thresholds that people set, highest first: the first below the value is the floor that one would think of. */
const usualFloors = [0.99, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** What a run without a policy ends with: what was seen, the samples that a floor would need, and the next step. */
export function firstOutputNotes(report: Report, columns: number): readonly string[] {
  if (makesNoModel(report))
    return ["", "Next   model-referee init      makes models of the folders whose files state results"];
  const looked = report.models.filter(({ gated, policies }) => !gated && policies.length > 0);
  if (looked.length === 0) return [];
  const shown = looked.length > 3 ? [] : looked.filter(({ metrics }) => metrics.length > 0);
  const rows = shown.flatMap(({ metrics }) => metrics);
  const seen = shown
    .map(({ name, metrics }) => {
      const values = metrics.map(
        ({ metric, value }) => `${printable(metric)} ${value === null ? "–" : shownNumber(value)}`,
      );
      return `${looked.length === 1 ? "" : `${printable(name)} `}${values.join(", ")}`;
    })
    .join("; ");
  const floor = rows.map(floorNote).find((note) => note !== null);
  return [
    "",
    ...(seen === ""
      ? []
      : folded(`Seen, no bound set: ${seen}.${floor === undefined || floor === null ? "" : ` ${floor}`}`, columns)),
    "",
    "Next   model-referee init      writes a policy, a test for it, and the workflow",
  ];
}

/** True where nothing calls anything a model, and files are there that may state results of one. */
const makesNoModel = ({ models, unjudged, run }: Report): boolean =>
  models.length === 0 &&
  run.judged_by.configuration === null &&
  run.touched === null &&
  run.only.length === 0 &&
  unjudged.length > 0;

/** Only where the metric counts its rows as hits and misses: an overlap of words, or a recall of unknown positives, has no such floor. */
function floorNote({ metric, value, n, unit, method, higher_is_better: higher }: MetricRow): string | null {
  if (value === null || n === null || method === null || higher !== true || unit !== "proportion") return null;
  const floor = usualFloors.find((candidate) => candidate < value);
  if (floor === undefined) return null;
  const needed = trialsToSettle(Math.round(value * n), n, floor, 0.95);
  if (needed.kind !== "value") return null;
  return needed.value.more === 0
    ? `A floor of ${floor} for ${printable(metric)} is shown today, with ${n} rows.`
    : `A floor of ${floor} for ${printable(metric)} could not be shown today: ${n} rows, about ${needed.value.total} needed at this value.`;
}
