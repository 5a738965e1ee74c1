import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../src/commands/sql.js";
import { temporaryFolder, type Folder } from "./in-folder.js";

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const written = async (...argv: readonly string[]): Promise<string> => {
  const ran = await folder.run(sql, argv);
  if (ran.status !== 0) throw new Error(ran.err);
  return ran.out;
};

const counts = ["counts", "--table", "scoring.may", "--label", "y"] as const;

describe("sql counts", () => {
  test("groups by what is true, both models' answers and the slices, in one order", async () => {
    const models = ["--prediction", "now", "--champion-prediction", "before", "--score", "s", "--champion-score", "t"];
    expect(await written(...counts, ...models, "--score-digits", "3", "--slice", "country")).toBe(
      `-- Save the result, its header with it, as CSV or Parquet below the model, and name it in referee.yaml:
-- evidence:
--   - { files: counts.csv, role: predictions, columns: { label: label, prediction: prediction, score: score, weight: n } }
--   - { files: counts.csv, role: baseline, columns: { label: label, prediction: champion_prediction, score: champion_score, weight: n } }
-- # Exact: metrics of classes. Binned: metrics of scores are those of the scores rounded to 3 digits, in 1001
-- # bins from 0 to 1; rows of one bin tie. The size is bounded by the bins, whatever the number of rows.
SELECT "label", "prediction", "score", "champion_prediction", "champion_score", "country", COUNT(*) AS "n"
FROM (
  SELECT
    "y" AS "label",
    "now" AS "prediction",
    ROUND(CAST("s" AS DOUBLE), 3) AS "score",
    "before" AS "champion_prediction",
    ROUND(CAST("t" AS DOUBLE), 3) AS "champion_score",
    "country" AS "country"
  FROM "scoring"."may"
) AS examples
GROUP BY "label", "prediction", "score", "champion_prediction", "champion_score", "country"
ORDER BY "label" NULLS FIRST, "prediction" NULLS FIRST, "score" NULLS FIRST, "champion_prediction" NULLS FIRST, "champion_score" NULLS FIRST, "country" NULLS FIRST;
`,
    );
  });

  test.each([
    ["duckdb", "a\"b`c'd\\", '"a""b`c\'d\\" AS "a""b`c\'d\\"'],
    ["spark", "a\"b`c'd\\", "`a\"b``c'd\\` AS `a\"b``c'd\\`"],
    ["bigquery", "a\"b`c'd\\", "`a\"b\\`c'd\\\\` AS `a\"b\\`c'd\\\\`"],
  ])("%s: a name is a name, whatever it holds", async (dialect, name, expected) => {
    const query = await written(...counts, "--prediction", "p", "--slice", name, "--dialect", dialect);
    expect(query).toContain(`    ${expected}\n`);
  });

  test.each<[title: string, argv: readonly string[], message: RegExp]>([
    ["nothing to write", [], /sql takes `counts` or `histograms`/],
    ["no table", ["counts", "--label", "y", "--score", "s"], /--table is not said/],
    ["no answers", counts, /nothing says what was predicted/],
    [
      "a name that ends its line",
      [...counts, "--prediction", "p\nDROP TABLE x"],
      /--prediction: a name holds a control/,
    ],
    [
      "a part of a table without a name",
      ["counts", "--table", "a..b", "--label", "y", "--score", "s"],
      /--table: a name is empty/,
    ],
    [
      "a champion by another column",
      [...counts, "--prediction", "p", "--champion-score", "s"],
      /not counted by the same/,
    ],
    ["a slice named as the result's own", [...counts, "--prediction", "p", "--slice", "Label"], /two columns Label/],
    ["digits that are none", [...counts, "--score", "s", "--score-digits", "many"], /no number of digits/],
    ["digits of no score", [...counts, "--prediction", "p", "--score-digits", "2"], /--score-digits without --score/],
    [
      "an option of the other query",
      [...counts, "--prediction", "p", "--column", "x"],
      /--column is an option of `sql histograms`/,
    ],
    [
      "an unknown dialect",
      [...counts, "--prediction", "p", "--dialect", "oracle"],
      /oracle is none of duckdb, spark, bigquery/,
    ],
  ])("%s is refused", async (_title, argv, message) => {
    const ran = await folder.run(sql, argv);
    expect(ran).toMatchObject({ status: 3, out: "" });
    expect(ran.err).toMatch(message);
  });
});

describe("sql histograms", () => {
  const histograms = ["histograms", "--table", "features"] as const;

  test("counts each column by itself: its values, or its bins, a value on a border above it", async () => {
    expect(await written(...histograms, "--column", "it's", "--bins", "amount=10,5e1", "--dialect", "spark")).toBe(
      `-- Save the result, its header with it, as CSV or Parquet below the model, and name it in referee.yaml:
-- evidence:
--   - { files: reference.csv, role: reference, columns: { histogram: column, value: value, weight: n } }
SELECT \`column\`, \`value\`, \`n\`
FROM (
  SELECT 'it\\'s' AS \`column\`, \`value\`, COUNT(*) AS \`n\`
  FROM (SELECT CAST(\`it's\` AS STRING) AS \`value\` FROM \`features\`) AS counted
  GROUP BY \`value\`
  UNION ALL
  SELECT 'amount' AS \`column\`, \`value\`, COUNT(*) AS \`n\`
  FROM (SELECT CASE WHEN \`amount\` IS NULL OR isnan(CAST(\`amount\` AS DOUBLE)) THEN NULL WHEN CAST(\`amount\` AS DOUBLE) < CAST('10' AS DOUBLE) THEN 'below 10' WHEN CAST(\`amount\` AS DOUBLE) < CAST('5e1' AS DOUBLE) THEN '10 to 5e1' ELSE 'from 5e1' END AS \`value\` FROM \`features\`) AS counted
  GROUP BY \`value\`
) AS histograms
ORDER BY \`column\` NULLS FIRST, \`value\` NULLS FIRST;
`,
    );
  });

  test.each<[title: string, argv: readonly string[], message: RegExp]>([
    ["no column", histograms, /no column is named/],
    ["borders that are none", [...histograms, "--bins", "a=1,x"], /a border is no number/],
    ["a border that is a query", [...histograms, "--bins", "a=1);DROP TABLE t;--"], /a border is no number/],
    ["borders that fall", [...histograms, "--bins", "a=2,1"], /do not ascend/],
    ["no borders", [...histograms, "--bins", "a"], /--bins has no borders/],
    ["one column twice", [...histograms, "--column", "a", "--bins", "A=1"], /named twice/],
    [
      "an option of the other query",
      [...histograms, "--column", "a", "--slice", "b"],
      /--slice is an option of `sql counts`/,
    ],
  ])("%s is refused", async (_title, argv, message) => {
    const ran = await folder.run(sql, argv);
    expect(ran).toMatchObject({ status: 3, out: "" });
    expect(ran.err).toMatch(message);
  });
});
