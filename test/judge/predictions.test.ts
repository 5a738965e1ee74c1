import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";
import { corpusFiles, corpusIsThere } from "../checks/corpus.js";
import { judged, measurement, facts, of, rules, type Circumstances, type Files } from "./judged.js";

const card = "# Model\n\n## Intended use\n\nTests.\n";

const configured = (champion: string): Circumstances => ({
  configuration: {
    ...defaultConfiguration,
    models: ["now", "before"].map((name) => ({
      name,
      path: `models/${name}`,
      stage: null,
      risk: null,
      owner: null,
      champion: name === "now" ? champion : null,
      run: null,
    })),
  },
  only: ["now"],
});

const files = (now: string, before: string | null = null, more: Files = {}): Files => ({
  "models/now/README.md": card,
  "models/now/predictions.csv": now,
  ...(before === null ? {} : { "models/before/README.md": card, "models/before/predictions.csv": before }),
  ...more,
});

const compare = (now: string, before: string, policy: string, more: Files = {}): Promise<Report> =>
  judged(files(now, before, more), policy, configured("before"));

const alone = (now: string, policy: string, more: Files = {}): Promise<Report> =>
  judged(files(now, null, more), policy, { ...configured("before"), only: ["now"] });

const sure = (...lines: readonly string[]): string => `confidence: 95%\n${rules(...lines)}`;

const finding = (report: Report, rule: string, subject: string | null = null): Finding => {
  const found = of(report, rule).find((one) => subject === null || one.subject === subject);
  if (found === undefined) throw new Error(`${rule} found nothing of ${subject ?? "anything"}`);
  return found;
};

const fraud = (name: string): string =>
  corpusFiles({ it: `generated/data-champion-challenger/fraud/predictions/${name}.csv` })["it"] ?? "";

describe.skipIf(!corpusIsThere)(
  `on the fraud predictions of the corpus${corpusIsThere ? "" : " (skipped: no corpus here)"}`,
  () => {
    const policy = sure(
      "better: { metric: roc_auc, against: champion, change-at-least: 0 }",
      "no-loss: { metric: [roc_auc, accuracy, brier_score, f1, average_precision], against: champion, may-lose: 0.01 }",
      "floor: { metric: recall, at-least: 20% }",
    );

    test("the challenger v2 is shown to be better than the champion v1", async () => {
      const report = await compare(fraud("challenger_v2"), fraud("champion_v1"), policy);
      expect(report.decision).toBe("pass");
      // NumPy and SciPy: DeLong by midranks, z of the difference 4.217281667494048.
      const { judged: numbers, outcome } = finding(report, "better");
      expect(outcome).toBe("met");
      expect(numbers).toMatchObject({ rung: "paired", method: "DeLong, paired", n: 6000 });
      expect(numbers?.value).toBeCloseTo(0.9358066528607938, 12);
      expect(numbers?.baseline).toBeCloseTo(0.8984090788146272, 12);
      expect(numbers?.interval?.lower).toBeCloseTo(0.020017208204202164, 10);
      expect(numbers?.interval?.upper).toBeCloseTo(0.054777939888131066, 10);
    });

    test("the challenger v3 is blocked", async () => {
      const report = await compare(fraud("challenger_v3"), fraud("champion_v1"), policy);
      expect(report.decision).toBe("block");
      const { judged: numbers, outcome } = finding(report, "better");
      expect(outcome).toBe("not-met");
      expect(numbers?.interval?.lower).toBeCloseTo(-0.3235123935648677, 10);
      expect(numbers?.interval?.upper).toBeCloseTo(-0.24926678757097984, 10);
    });

    test.each<[string, number]>([
      ["roc_auc", 0.9358066528607936],
      ["average_precision", 0.384333132317368],
      ["f1", 0.373134328358209],
      ["precision", 0.42735042735042733],
      ["recall", 0.33112582781456956],
      ["log_loss", 0.07408004994684245],
      ["mcc", 0.362109570638881],
    ])("%s is what scikit-learn computed", async (name, value) => {
      const report = await alone(fraud("challenger_v2"), rules(`a: { metric: ${name}, at-least: 0 }`));
      // Files round scores to six decimals; scikit-learn had them whole.
      expect(finding(report, "a").judged?.value).toBeCloseTo(value, 5);
    });

    test("a slice that nobody states comes from the rows, as scikit-learn computed it", async () => {
      const report = await alone(
        fraud("challenger_v2"),
        rules("a: { metric: recall, for-each: country, at-least: 10% }"),
      );
      const { judged: numbers, sources } = finding(report, "a", "country=DE");
      expect(numbers).toMatchObject({ value: 0.34615384615384615, n: 52 });
      expect(sources[0]?.path).toBe("models/now/predictions.csv");
    });

    test.each<[string, string, number, number]>([
      // NumPy: mean and standard error (n − 1) of the paired differences of the Brier loss.
      ["brier_score", "paired differences of rows", -0.0022272458279214997, 0.0005219260793842952],
      // NumPy: 9,999 resamples of the rows, percentile interval −0.01679 to 0.12569.
      ["f1", "paired bootstrap of the joint counts, BCa, 2000 resamples, seed 1", 0.05313432835820898, 0.0363],
    ])("the change of %s is judged by %s", async (name, method, change, standardError) => {
      const report = await compare(fraud("challenger_v2"), fraud("champion_v1"), policy);
      const numbers = finding(report, "no-loss", name).judged;
      expect(numbers?.method).toBe(method);
      expect(numbers?.change).toBeCloseTo(change, 10);
      const width = (numbers?.interval?.upper ?? NaN) - (numbers?.interval?.lower ?? NaN);
      expect(width / 2 / 1.96 / standardError).toBeGreaterThan(0.95);
      expect(width / 2 / 1.96 / standardError).toBeLessThan(1.05);
    });

    test("neither the order of rows nor that of columns changes anything", async () => {
      const shuffled = (text: string): string => {
        const [header = "", ...lines] = text.trim().split("\n");
        return [header, ...lines.sort()].join("\n");
      };
      const plain = await compare(fraud("challenger_v2"), fraud("champion_v1"), policy);
      const other = await compare(shuffled(fraud("challenger_v2")), fraud("champion_v1"), policy);
      const numbersOf = ({ findings }: Report): readonly number[] =>
        findings.flatMap(({ judged: one }) => [one?.value, one?.change, one?.p_value].map((number) => number ?? 0));
      expect(numbersOf(plain)).toHaveLength(21);
      // Sums of so many numbers differ in the last digit.
      numbersOf(plain).forEach((number, place) => expect(numbersOf(other)[place]).toBeCloseTo(number, 12));
    });

    test("rows of one customer are drawn together where the policy says so", async () => {
      const policyOf = (more: string) => sure(`a: { metric: roc_auc, against: champion, change-at-least: 0${more} }`);
      const clustered = await compare(fraud("challenger_v2"), fraud("champion_v1"), policyOf(", cluster: id"));
      const numbers = finding(clustered, "a").judged;
      expect(numbers?.method).toBe("paired bootstrap of 6000 clusters by id, BCa, 2000 resamples, seed 1");
      // Clusters of one row each are rows: near DeLong's.
      expect(numbers?.interval?.lower).toBeCloseTo(0.020017208204202164, 2);
      expect(numbers?.interval?.upper).toBeCloseTo(0.054777939888131066, 2);
    });
  },
);

/** `rows` lines of predictions, `wrong` of them wrong, half of the labels positive. */
const predictions = (
  rows: number,
  wrong: number,
  more: { readonly ids?: number; readonly column?: string } = {},
): string =>
  [
    `id,y_true,y_pred${more.column === undefined ? "" : ",group"}`,
    ...Array.from({ length: rows }, (_, row) => {
      const label = row % 2;
      const guess = row < wrong ? 1 - label : label;
      return `${row + (more.ids ?? 0)},${label},${guess}${more.column === undefined ? "" : `,${more.column}`}`;
    }),
  ].join("\n");

const noLoss = sure("a: { metric: accuracy, against: champion, may-lose: 0.05 }");

describe("predictions that do not pair", () => {
  test.each([
    ["other ids", predictions(400, 4, { ids: 1000 }), "lacks ids of the candidate's"],
    ["fewer rows", predictions(390, 4), "the candidate has 400 labelled rows, the champion 390"],
    ["other labels", predictions(400, 4).replace("\n7,1,", "\n7,0,"), "1 of 400 rows have another label"],
    ["no ids", predictions(400, 4).replace("id,", "n,"), "only the candidate's file has a column of ids"],
    ["ids that repeat", predictions(400, 4).replace("\n9,", "\n8,"), "ids in id repeat"],
  ])("(%s) are never met, and the reason is named", async (_, before, why) => {
    const report = await compare(predictions(400, 2), before, noLoss);
    const { outcome, message } = finding(report, "a");
    expect(outcome).toBe("inconclusive");
    expect(message).toContain(why);
  });

  test("since their labels are of another kind are told so", async () => {
    const report = await compare(predictions(400, 2), predictions(400, 4).replaceAll(",1,", ",1.5,"), noLoss);
    expect(finding(report, "a")).toMatchObject({ outcome: "missing" });
    expect(finding(report, "a").message).toContain("the champion's values");
  });

  test("are compared as independent where the policy allows another test set", async () => {
    const policy = sure("a: { metric: accuracy, against: champion, may-lose: 0.05, same-dataset: false }");
    const report = await compare(predictions(400, 2), predictions(300, 3, { ids: 1000 }), policy);
    expect(finding(report, "a")).toMatchObject({ outcome: "met", judged: { rung: "trials", method: "Newcombe" } });
  });

  test.each([
    ["roc_auc", "0.2", "met"],
    ["roc_auc", "0.0001", "inconclusive"],
    ["f1", "0.2", "met"],
  ])("are compared so by what each one's rows say of %s, which may lose %s: %s", async (metric, loss, outcome) => {
    const policy = sure(`a: { metric: ${metric}, against: champion, may-lose: ${loss}, same-dataset: false }`);
    const told = (table: string): string => (metric === "roc_auc" ? table.replace("y_pred", "y_score") : table);
    const report = await compare(told(predictions(400, 2)), told(predictions(300, 3, { ids: 1000 })), policy);
    const { outcome: found, judged } = finding(report, "a");
    expect(found).toBe(outcome);
    expect(judged?.method).toMatch(/independent$/);
    expect(judged?.interval).not.toBeNull();
  });
});

describe("predictions that pair", () => {
  // (1 − s)^n is at most 0.05 from n = 148.3 rows on for s = 0.02; F1 rests on the smaller class, which is half of them.
  test.each<[metric: string, rows: number, outcome: string, needed: number | null]>([
    ["accuracy", 40, "inconclusive", 109],
    ["accuracy", 148, "inconclusive", 1],
    ["accuracy", 149, "met", null],
    ["f1", 296, "inconclusive", 2],
    ["f1", 298, "met", null],
  ])("and are alike on all rows show %s kept on %i: %s", async (metric, rows, outcome, needed) => {
    const policy = sure(`a: { metric: ${metric}, against: champion, may-lose: 0.02 }`);
    const report = await compare(predictions(rows, 4), predictions(rows, 4), policy);
    expect(finding(report, "a")).toMatchObject({
      outcome,
      judged: { change: 0, rung: "paired", samples_needed: needed },
    });
  });

  test("swapped, give the same change with the other sign", async () => {
    const policy = sure("a: { metric: accuracy, against: champion, change-at-least: -1 }");
    const one = finding(await compare(predictions(400, 20), predictions(400, 4), policy), "a").judged;
    const other = finding(await compare(predictions(400, 4), predictions(400, 20), policy), "a").judged;
    expect(one?.change).toBeCloseTo(-(other?.change ?? NaN), 12);
    expect(one?.interval?.lower).toBeCloseTo(-(other?.interval?.upper ?? NaN), 12);
  });

  test("settle what independent samples could not", async () => {
    const tight = sure("a: { metric: accuracy, against: champion, may-lose: 0.03 }");
    const paired = await compare(predictions(400, 24), predictions(400, 20), tight);
    expect(finding(paired, "a").outcome).toBe("met");
    const stated = (value: number) => facts(measurement("accuracy", value, { trials: 400 }));
    const apart = await judged(
      {
        "models/now/README.md": card,
        "models/now/a.facts.jsonl": stated(0.94),
        "models/before/README.md": card,
        "models/before/a.facts.jsonl": stated(0.95),
      },
      tight,
      configured("before"),
    );
    expect(finding(apart, "a").outcome).toBe("inconclusive");
  });
});

describe("rows beside a stated number", () => {
  const floor = sure("a: { metric: accuracy, at-least: 90% }");
  const stated = (value: number, more: object = {}): Files => ({
    "models/now/a.facts.jsonl": facts(measurement("accuracy", value, more)),
  });

  test("give a bare value its trials", async () => {
    const report = await alone(predictions(400, 8), floor, stated(0.98));
    expect(finding(report, "a")).toMatchObject({
      outcome: "met",
      judged: { rung: "trials", method: "Wilson", n: 400 },
      sources: [{ path: "models/now/a.facts.jsonl" }, { path: "models/now/predictions.csv" }],
    });
  });

  test("that they contradict make the rule unreadable", async () => {
    const report = await alone(predictions(400, 80), floor, stated(0.98));
    expect(finding(report, "a").outcome).toBe("unreadable");
  });

  test("that both fail leave it not met", async () => {
    const report = await alone(predictions(400, 80), rules("a: { metric: accuracy, at-least: 90% }"), stated(0.7));
    expect(finding(report, "a").outcome).toBe("not-met");
  });

  test("of another data set are left aside, and said", async () => {
    const report = await alone(
      predictions(400, 80),
      floor,
      stated(0.98, { dataset: "public-test", trials: 1000, n: 1000 }),
    );
    expect(finding(report, "a")).toMatchObject({ outcome: "met" });
    expect(finding(report, "a").message).toContain("give 0.8 and are not of this result");
  });
});

describe("rows that cannot be used", () => {
  test.each<[string, string, string, string]>([
    ["one class alone", "roc_auc", "id,y_true,y_score\n1,1,0.2\n2,1,0.3\n", "lack a class that it needs"],
    [
      "labels of three classes",
      "roc_auc",
      "id,y_true,y_score,y_pred\n1,0,0.2,0\n2,2,0.3,1\n",
      "the labels are not 0 and 1",
    ],
    ["probabilities outside 0 to 1", "log_loss", "id,y_true,y_score\n1,1,1.2\n2,0,0.3\n", "outside 0 to 1"],
    ["an infinite score", "roc_auc", "id,y_true,y_score\n1,1,inf\n2,0,0.3\n", "infinite score"],
    [
      "a gap among the predictions",
      "accuracy",
      "id,y_true,y_pred\n1,1,1\n2,0,\n",
      "1 labelled rows have no prediction",
    ],
    ["no label at all", "accuracy", "id,y_true,y_pred\n1,,1\n2,,0\n", "no row has a label"],
    ["ragged rows", "accuracy", "id,y_true,y_pred\n1,1,1\n2,0\n", "another number of cells"],
  ])("(%s) are never met, and the reason is named", async (_, metric, table, why) => {
    for (const policy of [
      sure(`a: { metric: ${metric}, at-least: 0 }`),
      rules(`a: { metric: ${metric}, at-least: 0 }`),
    ]) {
      const report = await alone(table, policy);
      const { outcome, message } = finding(report, "a");
      expect(["missing", "unreadable", "inconclusive"]).toContain(outcome);
      expect(message).toContain(why);
    }
  });

  test("a table that is cut short makes the rule unreadable", async () => {
    const report = await alone('id,y_true,y_pred\n1,1,1\n2,0,"0', sure("a: { metric: accuracy, at-least: 0 }"));
    expect(finding(report, "a").outcome).toBe("unreadable");
  });
});

describe("columns that the configuration names", () => {
  const table = "key,actually,guess,chance\n1,1,1,0.9\n2,0,0,0.1\n3,1,0,0.3\n4,0,0,0.2\n";

  test("are read as it says, whatever they are called", async () => {
    const circumstances = configured("before");
    const report = await judged(
      { "models/now/README.md": card, "models/now/rows.csv": table },
      rules("a: { metric: [accuracy, roc_auc], at-least: 0 }"),
      {
        ...circumstances,
        configuration: {
          ...(circumstances.configuration ?? defaultConfiguration),
          evidence: [
            {
              files: "models/now/rows.csv",
              model: null,
              baseline: false,
              mapping: null,
              table: {
                role: "predictions",
                columns: { id: "key", label: "actually", prediction: "guess", score: "chance" },
              },
            },
          ],
        },
      },
    );
    expect(finding(report, "a", "accuracy").judged?.value).toBe(0.75);
    expect(finding(report, "a", "roc_auc").judged?.value).toBe(1);
  });
});
