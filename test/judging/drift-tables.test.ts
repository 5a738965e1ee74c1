import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/model/evidence.js";
import type { Table } from "../../src/model/table.js";
import { wholeFile } from "../../src/model/source.js";
import { driftOfTables } from "../../src/judging/drift-tables.js";
import type { ComputedMethod } from "../../src/judging/drift-score.js";
import type { DriftBinning } from "../../src/judging/drift-bins.js";
import { columnNames } from "../../src/normalise/table-columns.js";
import { readDelimitedColumns } from "../../src/read/delimited-columns.js";
import { corpusFiles, corpusIsThere } from "../checks/corpus.js";

const tableOf = (name: string, text: string, role: "reference" | "current"): Table => {
  const read = readDelimitedColumns(Buffer.from(text));
  if (read === undefined) throw new Error("no table");
  const { columns, rows } = read;
  const names = columnNames(columns.map((column) => column.name));
  return { source: wholeFile(name), format: "csv-table", vouched: "committed", at: null, role, rows, columns, names };
};

const evidenceOf = (reference: string, current: string): Evidence => ({
  of: () => [],
  broken: [],
  files: [],
  tables: (role) =>
    role === "predictions"
      ? []
      : [{ kind: "table", table: tableOf(`${role}.csv`, role === "reference" ? reference : current, role) }],
});

function scores(evidence: Evidence, method: ComputedMethod, binning: DriftBinning, bins: number | null = null) {
  const found = driftOfTables(evidence, { method, binning, bins }, () => true);
  if (found.kind !== "drift") throw new Error(found.kind);
  return new Map(found.drift.map(({ fact, score }) => [fact.column, score]));
}

interface EvidentlyReport {
  readonly metrics: readonly { readonly metric_name: string; readonly value: number }[];
}

/** What Evidently 0.7.23 wrote, by column. */
function evidently(folder: string, scenario: string, method: string): readonly (readonly [string, number])[] {
  const text = corpusFiles({ it: `generated/evidently-0.7/${folder}/${scenario}/report.json` })["it"] ?? "{}";
  const { metrics } = JSON.parse(text) as EvidentlyReport;
  return metrics.flatMap(({ metric_name: name, value }) => {
    const parts = /^ValueDrift\(column=([^,]+),method=([^,]+),/.exec(name);
    return parts?.[2] === method ? [[parts[1] ?? "", value] as const] : [];
  });
}

const fraud = (month: string): Evidence => {
  const { reference = "", current = "" } = corpusFiles({
    reference: "generated/data/fraud-a/reference.csv",
    current: `generated/data/fraud-a/current_${month}.csv`,
  });
  return evidenceOf(reference, current);
};

describe.skipIf(!corpusIsThere)(`drift on the fraud data${corpusIsThere ? "" : " (skipped: no corpus here)"}`, () => {
  test.each<[string, string, string, ComputedMethod, number]>([
    ["drift-method-psi", "data_drift", "psi", "psi", 9],
    ["drift-method-psi", "stable", "psi", "psi", 9],
    ["data-drift-preset", "data_drift", "Wasserstein distance (normed)", "wasserstein-normed", 5],
    ["data-drift-preset", "data_drift", "Jensen-Shannon distance", "jensen-shannon", 4],
    ["data-drift-preset", "concept_drift", "Wasserstein distance (normed)", "wasserstein-normed", 5],
  ])("%s, %s: %s is Evidently's own", (folder, month, theirs, method, columns) => {
    const ours = scores(fraud(month), method, "sturges");
    const expected = evidently(folder, month, theirs);
    expect(expected).toHaveLength(columns);
    for (const [column, value] of expected) {
      const score = ours.get(column)?.score ?? NaN;
      expect(Math.abs(score - value)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(value), 1e-3));
    }
  });

  test.each(["country", "channel", "merchant_category", "is_new_device"])(
    "Hellinger's distance of the categories of %s is Evidently's own",
    (column) => {
      const [, value = NaN] =
        evidently("drift-method-hellinger", "data_drift", "hellinger").find(([name]) => name === column) ?? [];
      expect(scores(fraud("data_drift"), "hellinger", "quantile").get(column)?.score).toBeCloseTo(value, 10);
    },
  );

  // SciPy 1.17.1: ks_2samp(reference, current) and wasserstein_distance.
  test.each<[string, number, number]>([
    ["amount", 0.1958, 43.97641399999985],
    ["hour", 0.0085, 0.08019999999999974],
    ["account_age_days", 0.0118, 9.354800000000015],
    ["score", 0.0632, 0.006218140900000001],
    ["confidence", 0.0632, 0.006217551900000002],
  ])("the gap and the distance of %s are SciPy's", (column, gap, distance) => {
    expect(scores(fraud("data_drift"), "ks", "quantile").get(column)?.score).toBeCloseTo(gap, 12);
    const ours = scores(fraud("data_drift"), "wasserstein", "quantile").get(column)?.score ?? NaN;
    expect(Math.abs(ours - distance)).toBeLessThanOrEqual(1e-9 * distance);
  });

  // SciPy 1.17.1: chi2_contingency(crosstab, correction=False).
  test.each<[string, number, number]>([
    ["country", 6.216801566646588, 0.3993474139157605],
    ["channel", 711.4364850821196, 6.952603229569447e-154],
    ["merchant_category", 5.8111703448035135, 0.3250286751689528],
    ["is_new_device", 0.3467493821556463, 0.5559590190766939],
  ])("chi-squared of %s is SciPy's", (column, statistic, p) => {
    const ours = scores(fraud("data_drift"), "chi-square", "quantile").get(column);
    expect(Math.abs((ours?.score ?? NaN) - statistic)).toBeLessThanOrEqual(1e-9 * statistic);
    expect(Math.abs((ours?.byLuck ?? NaN) - p)).toBeLessThanOrEqual(1e-7 * p);
  });

  test("how numbers are cut moves the index sevenfold, so it is said", () => {
    const bySturges = scores(fraud("data_drift"), "psi", "sturges").get("amount");
    const byQuantiles = scores(fraud("data_drift"), "psi", "quantile").get("amount");
    expect(bySturges?.score).toBeCloseTo(0.0306, 4);
    expect(byQuantiles?.score).toBeGreaterThan(0.2);
    expect(bySturges?.how).toContain("Sturges");
    expect(byQuantiles?.how).toBe("10 quantile bins of the reference");
  });
});

describe("columns", () => {
  const table = (rows: readonly string[]): string => ["id,x,kind", ...rows].join("\n");
  const rows = (shift: number): string =>
    table(Array.from({ length: 100 }, (_, row) => `${row},${row + shift},${row % 2 === 0 ? "a" : "b"}`));

  test("of ids are left out", () => {
    expect([...scores(evidenceOf(rows(0), rows(5)), "psi", "quantile").keys()]).toEqual(["x", "kind"]);
  });

  test("that have not moved have not drifted by any method", () => {
    for (const method of ["psi", "chi-square", "jensen-shannon", "hellinger"] as const)
      for (const { score } of scores(evidenceOf(rows(0), rows(0)), method, "quantile").values())
        expect(score).toBeCloseTo(0, 12);
  });

  test("in another order are the same", () => {
    const reversed = table(rows(5).split("\n").slice(1).toReversed());
    expect(scores(evidenceOf(rows(0), reversed), "wasserstein", "quantile")).toEqual(
      scores(evidenceOf(rows(0), rows(5)), "wasserstein", "quantile"),
    );
  });

  test.each([
    ["that the current data lacks", "id,kind\n1,a\n", "x", "current data lacks it", true],
    [
      "that hold texts where numbers were",
      table(["1,many,a", "2,few,b"]),
      "x",
      "numbers in one table and texts in the other",
      false,
    ],
    ["that hold infinities", table(["1,inf,a", "2,3,b"]), "x", "infinite", false],
  ])("%s are told", (_, current, column, why, missing) => {
    const found = driftOfTables(
      evidenceOf(rows(0), current),
      { method: "psi", binning: "quantile", bins: null },
      () => true,
    );
    if (found.kind !== "drift") throw new Error(found.kind);
    expect(found.faults).toMatchObject([{ column, missing }]);
    expect(found.faults[0]?.why).toContain(why);
  });
});
