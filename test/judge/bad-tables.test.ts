import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { facts, judged, of, rules, type Files } from "./judged.js";

const lines = (header: string, rows: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, at) => row(at))].join("\n");
const sound = lines("id,y_true,y_score,y_pred,country", 200, (at) => `${at},${at % 2},0.${at % 9},${at % 2},DE`);
const against = (own: string, other: string): Files => ({
  ...modelCard,
  "m/predictions.csv": own,
  "b/predictions.csv": other,
});

// What cannot be judged is said with its reason, and is never met.
describe("a bad table", () => {
  test.each<[string, Files, string, RegExp]>([
    [
      "labels that are neither 0 nor 1",
      { ...modelCard, "m/predictions.csv": lines("y_true,y_score", 200, (at) => `${(at % 2) + 1},0.5`) },
      "{ metric: roc_auc, at-least: 50% }",
      /labels are not 0 and 1|rank two classes/,
    ],
    [
      "one class",
      { ...modelCard, "m/predictions.csv": lines("y_true,y_score", 200, (at) => `1,0.${at % 9}`) },
      "{ metric: roc_auc, at-least: 50% }",
      /lack a class/,
    ],
    [
      "scores with gaps",
      { ...modelCard, "m/predictions.csv": lines("y_true,y_score", 200, (at) => `${at % 2},${at === 7 ? "" : "0.5"}`) },
      "{ metric: roc_auc, at-least: 50% }",
      /1 labelled rows have no score/,
    ],
    [
      "probabilities outside of 0 to 1",
      { ...modelCard, "m/predictions.csv": lines("y_true,y_score", 200, (at) => `${at % 2},1.5`) },
      "{ calibration: expected, at-most: 0.5 }",
      /0 to 1/,
    ],
    [
      "a billion counted rows",
      { ...modelCard, "m/predictions.csv": "y_true,y_pred,n\n1,1,1000000000\n0,0,5\n" },
      "{ metric: accuracy, at-least: 50% }",
      /more than the 20000000 that are judged/,
    ],
    [
      "a header and no rows",
      { ...modelCard, "m/predictions.csv": "y_true,y_pred\n" },
      "{ metric: accuracy, at-least: 50% }",
      /no rows/,
    ],
    [
      "a column that does not vary",
      {
        ...modelCard,
        "m/reference.csv": lines("x,y", 200, (at) => `1,${at}`),
        "m/current.csv": lines("x,y", 200, (at) => `2,${at}`),
      },
      "{ drift: wasserstein-normed, for-each: column, at-most: 0.5 }",
      /does not vary|one value/,
    ],
    [
      "a column of infinite values",
      {
        ...modelCard,
        "m/reference.csv": lines("x,y", 200, (at) => `${at === 3 ? "inf" : at},${at}`),
        "m/current.csv": lines("x,y", 200, (at) => `${at},${at}`),
      },
      "{ drift: ks, for-each: column, at-most: 0.5 }",
      /infinite/,
    ],
    [
      "a slice that is not there",
      { ...modelCard, "m/predictions.csv": sound },
      "{ metric: recall, for-each: region, at-least: 50% }",
      /region/,
    ],
  ])("with %s", async (_, files, rule, says) => {
    const weighted = files["m/predictions.csv"]?.startsWith("y_true,y_pred,n") === true;
    const report = await judged(
      files,
      rules(`r: ${rule}`),
      weighted
        ? {
            configuration: {
              ...defaultConfiguration,
              evidence: [
                {
                  files: "m/predictions.csv",
                  model: null,
                  mapping: null,
                  baseline: false,
                  table: { role: "predictions", columns: { weight: "n" } },
                },
              ],
            },
          }
        : {},
    );
    const telling = of(report, "r").filter(({ message }) => says.test(message));
    expect(
      of(report, "r")
        .map(({ outcome, message }) => `${outcome}: ${message}`)
        .join("\n"),
    ).toMatch(says);
    expect(telling.filter(({ outcome }) => outcome === "met")).toEqual([]);
    expect(report.decision).not.toBe("pass");
    expect(JSON.stringify(report)).not.toMatch(/\bNaN\b/);
  });

  test.each<[string, string, RegExp]>([
    ["that has fewer rows", sound.split("\n").slice(0, -5).join("\n"), /200 labelled rows, the champion 195/],
    ["with other ids", sound.replaceAll(/\n(\d+),/g, "\nx$1,"), /lacks ids of the candidate/],
    ["with ids that repeat", sound.replaceAll(/\n\d+,/g, "\n7,"), /repeat/],
    ["with other labels", sound.replace("\n0,0,", "\n0,1,"), /1 of 200 rows have another label/],
  ])("does not pair with a champion's %s", async (_, other, says) => {
    const report = await judged(
      against(sound, other),
      rules("r: { metric: roc_auc, against: b, may-lose: 0.01, confidence: 95% }"),
    );
    const [finding] = of(report, "r");
    expect(finding?.message).toMatch(says);
    expect(finding?.judged?.rung).not.toBe("paired");
  });

  test("of a billion trials is judged like any other", async () => {
    const stated = { kind: "measurement", metric: "accuracy", value: 0.9, trials: 1_000_000_000, n: 1_000_000_000 };
    const report = await judged(
      { ...modelCard, "m/a.facts.jsonl": facts(stated) },
      rules("r: { metric: accuracy, at-least: 0.8999, confidence: 99% }"),
    );
    expect(of(report, "r").map(({ outcome }) => outcome)).toEqual(["met"]);
  });
});

const slices = "country,recall,n\nDE,0.91,400\nRO,0.88,300\nPL,0.55,200\n";
const recallBySlice = "{ metric: recall, at-least: 80%, for-each: country }";

// The slice that fails is the one that is cut off: what is left would pass.
describe("a table of results that is not whole is not believed", () => {
  test.each<[string, string, string, RegExp]>([
    ["ends within its last row", slices.slice(0, slices.indexOf("0.55")), "truncated", /ends within its last row/],
    [
      "ends within the key of its last row",
      slices.slice(0, slices.indexOf("L,0.55")),
      "truncated",
      /within its last row/,
    ],
    ["opens a quote and never closes it", slices.replace("PL", '"PL'), "truncated", /never closed/],
    [
      "lacks a cell in the middle",
      slices.replace("RO,0.88", "0.88"),
      "unreadable",
      /1 row has another number of cells/,
    ],
  ])("%s", async (_, text, problem, said) => {
    const report = await judged({ ...modelCard, "m/slices.csv": text }, rules(`a: ${recallBySlice}`));
    expect(of(report, "a").map(({ outcome }) => outcome)).toEqual(["unreadable"]);
    expect(of(report, "a")[0]?.message).toMatch(said);
    expect(report.problems.map((one) => one.problem)).toEqual([problem]);
    expect(report.decision).toBe("undecided");
  });

  test.each([
    ["lacks the line end behind its last row", slices.trimEnd()],
    ["has empty cells beyond its columns", slices.replaceAll("\n", ",\n").replace("n,\n", "n\n")],
    ["has a comment among its rows", slices.replace("RO", "# by hand\nRO")],
  ])("it may be whole where it %s", async (_, text) => {
    const report = await judged({ ...modelCard, "m/slices.csv": text }, rules(`a: ${recallBySlice}`));
    expect(
      of(report, "a")
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(["met", "met", "not-met"]);
  });
});
