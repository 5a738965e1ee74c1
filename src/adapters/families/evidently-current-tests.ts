import type { Value } from "../../model/adapter.js";
import type { Limit, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, boolean, member, scalarText, text } from "../../read/shape.js";
import { checkValue } from "./check-values.js";
import { comparedLimits, driftLimits } from "./evidently-limits.js";
import { statedLimit } from "./stated-limits.js";
import { comparisonSign, limitText, passedBy } from "./evidently.js";
import { figureOf, type Figure, type Metric, type Test } from "./evidently-metrics.js";

/** The tests of a report of versions 0.7. Their texts are not read: several state the comparison wrongly. */
export function checksOf(tests: readonly Test[], metrics: readonly Metric[]): Statement[] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return tests.flatMap(({ metricId, body, where }) => {
    const name = text(member(body, "name"));
    const status = text(member(body, "status"));
    if (name === undefined) return [];
    const metric = metricId === undefined ? undefined : byId.get(metricId);
    const critical = boolean(below(body, "bound_test", "test", "is_critical"));
    return [
      {
        kind: "check",
        name,
        column: text(member(metric?.config, "column")) ?? null,
        passed: passedBy(status),
        observed: checkValue(figureTested(metric, member(body, "bound_test"))?.value),
        expected: expectation(body, metric),
        severity: critical === undefined ? null : critical ? "error" : "warning",
        message: status === "ERROR" ? (text(member(body, "description")) ?? null) : null,
        limits: limitsOf(body, metric, critical),
        where: { pointer: pointer(where, status === undefined ? "name" : "status") },
      },
    ];
  });
}

/** A test is bound to one figure of its metric: the count or the share, the mean or the spread, one label. */
function figureTested(metric: Metric | undefined, bound: Value | undefined): Figure | undefined {
  const label = scalarText(member(bound, "label"));
  if (label !== undefined) {
    const slot = text(member(bound, "slot")) === "share" ? "shares" : "counts";
    return figureOf(metric, label) ?? figureOf(metric, slot, label);
  }
  const isCount = boolean(member(bound, "is_count"));
  if (isCount !== undefined) return figureOf(metric, isCount ? "count" : "share");
  const isMean = boolean(member(bound, "is_mean"));
  return isMean === undefined ? figureOf(metric) : figureOf(metric, isMean ? "mean" : "std");
}

function limitsOf(body: Value, metric: Metric | undefined, critical: boolean | undefined): readonly Limit[] {
  const id = text(member(body, "id")) ?? "";
  const config = member(body, "test_config");
  const compared = member(config, "threshold") ?? member(config, "expected") ?? member(config, "values");
  return [
    ...(id === "drift"
      ? driftLimits(member(metric?.config, "method"), member(metric?.config, "threshold"))
      : comparedLimits(id, compared)),
    ...(critical === undefined ? [] : [statedLimit("critical", "at-least", critical)]),
  ];
}

function expectation(body: Value, metric: Metric | undefined): string | number | null {
  const id = text(member(body, "id")) ?? "";
  const config = member(body, "test_config");
  if (id === "drift") return checkNumber(member(metric?.config, "threshold"));
  const limit = limitText(member(config, "threshold") ?? member(config, "expected") ?? member(config, "values"));
  return limit === null ? null : `${comparisonSign(id)} ${limit}`;
}

const checkNumber = (value: Value | undefined): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
