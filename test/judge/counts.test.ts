import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/model/configuration.js";
import type { Report } from "../../src/model/report.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { countsQuery } from "../../src/warehouse/counts-query.js";
import { memory } from "../../src/world/memory.js";
import { corpusFiles, corpusIsThere } from "../checks/corpus.js";
import { judged, of, rules, type Files } from "./judged.js";

const card = "---\nlicense: mit\n---\n# Model\n";

const slices = ["country", "channel", "age_band"];

/** The configuration that the query itself asks for, with the file where these tests have it. */
const asTheQuerySays = (champion: boolean): string => {
  const answers = { prediction: "y_pred", score: "y_score" };
  const query = countsQuery({
    dialect: "duckdb",
    table: "predictions",
    label: "y_true",
    candidate: answers,
    champion: champion ? answers : null,
    scoreDigits: null,
    slices,
  });
  const comments = query.split("\n").filter((line) => line.startsWith("-- "));
  return comments
    .slice(1)
    .map((line) => line.slice(3).replace("counts.csv", "models/now/counts.csv"))
    .join("\n");
};

function configuration(text: string): Configuration {
  const { configuration: read, problems } = loadConfiguration(
    "referee.yaml",
    policyFilesOf(memory({ "referee.yaml": text })),
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return read;
}

const fraud = (name: string): readonly Readonly<Record<string, string>>[] => {
  const text = corpusFiles({ it: `generated/data-champion-challenger/fraud/predictions/${name}.csv` })["it"] ?? "";
  const [header = "", ...lines] = text.trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, column) => [names[column] ?? "", cell])));
};

/** What a warehouse answers to the query: a line for each combination, in the order of its cells, and how often it comes. */
function counted(candidate: string, champion: string | null): string {
  const others = champion === null ? null : new Map(fraud(champion).map((row) => [row["id"], row]));
  const counts = new Map<string, number>();
  for (const row of fraud(candidate)) {
    const other = others?.get(row["id"]);
    const answers = [row["y_true"], row["y_pred"], row["y_score"]];
    const cells = [...answers, ...(other === undefined ? [] : [other["y_pred"], other["y_score"]])];
    const key = [...cells, ...slices.map((slice) => row[slice])].join(",");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const header = [
    "label",
    "prediction",
    "score",
    ...(champion === null ? [] : ["champion_prediction", "champion_score"]),
  ];
  const lines = [...counts].sort(([one], [two]) => (one < two ? -1 : 1)).map(([key, n]) => `${key},${n}`);
  return [[...header, ...slices, "n"].join(","), ...lines, ""].join("\n");
}

const csv = (name: string): string =>
  corpusFiles({ it: `generated/data-champion-challenger/fraud/predictions/${name}.csv` })["it"] ?? "";

const policy = `confidence: 95%\n${rules(
  "floors: { metric: [roc_auc, accuracy, brier_score, f1, log_loss, mcc], at-least: 0.1 }",
  "better: { metric: [roc_auc, recall], against: champion, change-at-least: 0 }",
  "no-loss: { metric: [roc_auc, accuracy, brier_score, f1, average_precision, recall], against: champion, may-lose: 0.01 }",
  "segments: { metric: [recall, accuracy], for-each: [country, age_band], at-least: 20%, min-samples: 100 }",
  "fair: { fairness: equal-opportunity, for-each: [age_band], ratio-at-least: 80% }",
  "calibrated: { calibration: expected, at-most: 0.05 }",
)}`;

/** All that findings say in numbers and words, but for where the rows lay. */
const said = ({ findings, decision }: Report) => ({
  decision,
  findings: findings
    .filter(({ rule }) => rule !== "card")
    .map(({ rule, subject, outcome, judged: numbers }) => ({
      rule,
      subject,
      outcome,
      rung: numbers?.rung,
      n: numbers?.n,
    })),
});

const numbersOf = ({ findings }: Report): readonly number[] =>
  findings.flatMap(({ judged: one }) =>
    [one?.value, one?.baseline, one?.change, one?.p_value, one?.interval?.lower, one?.interval?.upper].map(
      (number) => number ?? 0,
    ),
  );

const ofRows = (candidate: string, champion: string): Promise<Report> =>
  judged(
    { "models/now/README.md": card, "models/now/predictions.csv": csv(candidate), "models/now/old.csv": csv(champion) },
    policy,
    { configuration: configuration("evidence: [{ files: models/now/old.csv, role: baseline }]"), only: ["now"] },
  );

const ofCounts = (files: Files, champion = true): Promise<Report> =>
  judged({ "models/now/README.md": card, ...files }, policy, {
    configuration: configuration(asTheQuerySays(champion)),
    only: ["now"],
  });

describe.skipIf(!corpusIsThere)(
  `counts of the fraud predictions of the corpus${corpusIsThere ? "" : " (skipped: no corpus here)"}`,
  () => {
    test("give of a challenger and its champion what their rows give", async () => {
      const counts = await ofCounts({ "models/now/counts.csv": counted("challenger_v2", "champion_v1") });
      const rows = await ofRows("challenger_v2", "champion_v1");
      expect(said(counts)).toEqual(said(rows));
      expect(counts.findings.length).toBeGreaterThan(25);
      expect(of(counts, "better")[0]?.judged?.rung).toBe("paired");
      const [own, direct] = [numbersOf(counts), numbersOf(rows)];
      expect(own.filter((number) => number !== 0).length).toBeGreaterThan(60);
      own.forEach((number, place) => expect(Math.abs(number - (direct[place] ?? NaN))).toBeLessThan(1e-12));
    });

    test("that were taken of each model by itself are not paired, though both have as many rows in one order", async () => {
      const alone = (name: string): string => counted(name, null);
      const report = await judged(
        {
          "models/now/README.md": card,
          "models/now/counts.csv": alone("challenger_v2"),
          "models/now/old.csv": alone("champion_v1"),
        },
        rules("no-loss: { metric: accuracy, against: champion, may-lose: 0.01, confidence: 95% }"),
        {
          configuration: configuration(
            `${asTheQuerySays(false)}\n  - { files: models/now/old.csv, role: baseline, columns: { label: label, weight: n } }`,
          ),
          only: ["now"],
        },
      );
      const [finding] = of(report, "no-loss");
      expect(finding?.judged?.rung).not.toBe("paired");
      expect(finding?.message).toContain("counts of two files do not say which rows are the same");
    });
  },
);

describe("a table of counts that does not hold what the configuration says", () => {
  const outcome = async (columns: string, text: string): Promise<string> => {
    const declared = `evidence: [{ files: models/now/counts.csv, role: predictions, columns: ${columns} }]`;
    const report = await judged(
      { "models/now/README.md": card, "models/now/counts.csv": text },
      rules("a: { metric: accuracy, at-least: 0.1 }"),
      { configuration: configuration(declared), only: ["now"] },
    );
    const [finding] = of(report, "a");
    return `${finding?.outcome}: ${finding?.message}`;
  };

  test.each([
    ["has no such column", "{ weight: times }", "label,prediction,n\n1,1,2\n", /^unreadable: .*no column times/],
    [
      "counts no whole number",
      "{ weight: n }",
      "label,prediction,n\n1,1,1.5\n",
      /^unreadable: .*row 1 counts 1.5 in n/,
    ],
    [
      "holds single columns where predictions are due",
      "{ histogram: column, value: value, weight: n }",
      "column,value,n\nlabel,1,2\n",
      /^unreadable: .*counted one by one are no predictions/,
    ],
    [
      "names no value",
      "{ histogram: column, weight: n }",
      "column,value,n\nlabel,1,2\n",
      /^unreadable: .*without its value/,
    ],
  ])("because it %s is unreadable", async (_title, columns, text, message) => {
    expect(await outcome(columns, text)).toMatch(message);
  });

  test("and two of single columns give their drift", async () => {
    const columns = "columns: { histogram: column, value: value, weight: n }";
    const histogram = (one: number, other: number): string =>
      `column,value,n\ncountry,DE,${one}\ncountry,FR,${other}\n`;
    const report = await judged(
      {
        "models/now/README.md": card,
        "models/now/before.csv": histogram(500, 500),
        "models/now/after.csv": histogram(800, 200),
      },
      rules("a: { drift: psi, for-each: column, at-most: 0.2 }"),
      {
        configuration: configuration(
          `evidence:\n  - { files: models/now/before.csv, role: reference, ${columns} }\n  - { files: models/now/after.csv, role: current, ${columns} }`,
        ),
        only: ["now"],
      },
    );
    const [finding] = of(report, "a");
    expect(finding).toMatchObject({ subject: "country", outcome: "not-met" });
    // 0.3 ln(0.8 / 0.5) + 0.3 ln(0.5 / 0.2)
    expect(finding?.judged?.value).toBeCloseTo(0.3 * Math.log(1.6) + 0.3 * Math.log(2.5), 12);
  });
});
