import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { driftMethodOf } from "../../normalise/drift-methods.js";
import { below, boolean, member, number, text } from "../../read/shape.js";
import { driftNumber, finite, isNumber, methodUnknown, passedBy, rowsOf, type Sizes } from "./evidently.js";
import { measurements } from "./evidently-current-figures.js";
import { checksOf } from "./evidently-current-tests.js";
import { figureOf, optionNumber, type Metric, type Test } from "./evidently-metrics.js";

/** All that a report of versions 0.7 states; without its tests where nobody looks at single checks. */
export function currentStatements(metrics: readonly Metric[], tests: readonly Test[], suitesOnly = false): Statement[] {
  const rows = figureOf(metrics.find(({ kind, group }) => kind === "RowCount" && Object.keys(group).length === 0));
  const n_current = finite(rows?.value);
  const sizes: Sizes = { n_reference: null, n_current };
  return [
    ...metrics.flatMap((metric) =>
      driftOf(
        metric,
        tests.filter(({ metricId }) => metricId === metric.id),
        sizes,
      ),
    ),
    ...measurements(metrics.filter(({ kind }) => !drifting.has(kind))),
    ...(suitesOnly ? [] : checksOf(tests, metrics)),
    ...(n_current === null || rows === undefined ? [] : [rowsOf("current", n_current, rows.where)]),
  ];
}

const drifting = new Set(["ValueDrift", "DriftedColumnsCount", "EmbeddingsDrift"]);

function driftOf(metric: Metric, tests: readonly Test[], sizes: Sizes): Statement[] {
  if (!drifting.has(metric.kind)) return [];
  if (Object.keys(metric.group).length > 0) return [groupedDrift(metric)];
  if (metric.kind === "DriftedColumnsCount") return datasetDrift(metric, tests, sizes);
  return metric.kind === "ValueDrift" ? columnDrift(metric, tests, sizes) : embeddingsDrift(metric, sizes);
}

const groupedDrift = (metric: Metric): Statement => ({
  kind: "problem",
  problem: "unrecognised",
  message: "drift of one group of the rows is not read: it is not the drift of the column",
  mend: "report the drift of the whole column, or write the group's drift as facts",
  where: { pointer: metric.where },
});

function datasetDrift(metric: Metric, tests: readonly Test[], sizes: Sizes): Statement[] {
  const share = figureOf(metric, "share");
  if (share === undefined) return [];
  const threshold = optionNumber(metric, "drift_share");
  return [
    {
      kind: "drift",
      scope: "dataset",
      share: finite(share.value),
      threshold,
      drifted: verdictOfShare(tests, threshold),
      ...sizes,
      where: { pointer: share.where },
    },
  ];
}

/** The report has no verdict of its own: it is that of the test which holds the share against the report's limit. */
function verdictOfShare(tests: readonly Test[], threshold: number | null): boolean | null {
  const test = tests.find(
    ({ body }) =>
      ["lt", "lte", "le"].includes(text(member(body, "id")) ?? "") &&
      boolean(below(body, "bound_test", "is_count")) === false &&
      number(below(body, "test_config", "threshold")) === threshold,
  );
  const passed = test === undefined ? null : passedBy(text(member(test.body, "status")));
  return passed === null ? null : !passed;
}

function columnDrift(metric: Metric, tests: readonly Test[], sizes: Sizes): Statement[] {
  const figure = figureOf(metric);
  const column = text(member(metric.config, "column")) ?? null;
  if (figure === undefined || column === null) return [];
  const said = described(tests);
  const method = text(member(metric.config, "method")) ?? said.method;
  const numbers = driftNumber(method, figure.value);
  return [
    {
      kind: "drift",
      scope: "column",
      column,
      ...numbers,
      threshold: optionNumber(metric, "threshold") ?? said.threshold,
      drifted: verdictOfColumn(tests, method),
      ...sizes,
      where: { pointer: figure.where },
    },
    ...(numbers === undefined ? [methodUnknown(column, figure.where)] : []),
  ];
}

/** Version 0.7.2 names a default method and its limit only in the sentence of the preset's own test. */
function described(tests: readonly Test[]): { readonly method: string | undefined; readonly threshold: number | null } {
  const sentence = tests
    .map(({ body }) => text(member(body, "description")) ?? "")
    .find((said) => said.startsWith("Drift score is"));
  const match = /The drift detection method is (.+)\. The drift threshold is (\d+(?:\.\d+)?)\.$/.exec(sentence ?? "");
  return { method: match?.[1], threshold: match === null ? null : Number(match[2]) };
}

/**
 * The preset's own test says whether the column drifted. A test that the user wrote says so where it compares in the
 * method's direction; `lt` on a p-value is written by mistake, and says nothing.
 */
function verdictOfColumn(tests: readonly Test[], method: string | undefined): boolean | null {
  const drifts = method === undefined ? undefined : driftMethodOf("evidently", method)?.drifts;
  const telling = drifts === "low" ? ["gt", "gte", "ge"] : drifts === "high" ? ["lt", "lte", "le"] : [];
  const own = tests.find(({ body }) => text(member(body, "id")) === "drift");
  const written = tests.find(({ body }) => telling.includes(text(member(body, "id")) ?? ""));
  const test = own ?? written;
  const passed = test === undefined ? null : passedBy(text(member(test.body, "status")));
  return passed === null ? null : !passed;
}

function embeddingsDrift(metric: Metric, sizes: Sizes): Statement[] {
  const figure = figureOf(metric);
  const column = text(member(metric.config, "embeddings_name"));
  if (figure === undefined || !isNumber(figure.value) || column === undefined) return [];
  return [
    {
      kind: "drift",
      scope: "column",
      column,
      method:
        text(below(metric.config, "drift_method", "type"))
          ?.split(":")
          .at(-1) ?? "embeddings",
      score: figure.value,
      ...sizes,
      where: { pointer: figure.where },
    },
  ];
}

/** Told where a metric of the report has no result. */
export const withoutResult = (index: number): Statement => ({
  kind: "problem",
  problem: "unrecognised",
  message: `metric ${String(index + 1)} of the report has no result`,
  mend: "look for the error in the log of the run that wrote the report",
  where: { pointer: pointer("", "metrics", index) },
});
