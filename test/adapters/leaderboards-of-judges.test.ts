import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

const measured = async (files: Readonly<Record<string, string>>) => ofKind(await readFiles(files), "measurement");

describe("AlpacaEval's leaderboard", () => {
  const text =
    ",win_rate,standard_error,n_wins,n_wins_base,n_draws,n_total,discrete_win_rate,mode,avg_length,length_controlled_winrate,lc_standard_error\n" +
    "tern-7b,31.5,1.2,240,560,5,805,30.1,community,1450,28.25,0.7\n" +
    "gpt4_turbo,50.0,0.0,0,0,805,805,50.0,minimal,2049,50.0,\n";

  test("states win rates in per cent with their own errors, of each model", async () => {
    const facts = await measured({ "leaderboard.csv": text });
    expect(
      facts
        .map(({ raw_metric, protocol, value, unit, standard_error, about }) => [
          raw_metric,
          protocol,
          value,
          unit,
          standard_error,
          about,
        ])
        .slice(0, 4),
    ).toEqual([
      ["win_rate", null, 31.5, "percent", 1.2, "tern-7b"],
      ["length_controlled_winrate", "length-controlled", 28.25, "percent", 0.7, "tern-7b"],
      ["discrete_win_rate", "discrete", 30.1, "percent", null, "tern-7b"],
      ["avg_length", null, 1450, null, null, "tern-7b"],
    ]);
    expect(new Set(facts.map(({ n }) => n))).toEqual(new Set([805]));
    expect(facts.at(-2)).toMatchObject({ about: "gpt4_turbo", raw_metric: "discrete_win_rate" });
  });

  test("the model that the folders are named after is the evidence's own", async () => {
    const facts = await measured({ "results/tern-7b/judge/leaderboard.csv": text });
    expect(facts.map(({ about }) => about)).toEqual([...Array(4).fill(null), ...Array(4).fill("gpt4_turbo")]);
  });
});

test("Arena-Hard's scores have the interval of the bootstrap", async () => {
  const [score, tokens] = await measured({
    "arena_hard_leaderboard_1.csv":
      'model,score,rating_q025,rating_q975,CI,avg_tokens\ntern-7b,31.4,29.2,33.9,"(-2.2, +2.5)",540.0\n',
  });
  expect(score).toMatchObject({ metric: "score", value: 31.4, unit: "percent", about: null, higher_is_better: true });
  expect(score?.interval).toEqual({ lower: 29.2, upper: 33.9, level: 0.95 });
  expect(tokens).toMatchObject({ raw_metric: "avg_tokens", value: 540 });
});

describe("MT-Bench's judgments", () => {
  const line = (question: number, turn: number, score: number): string =>
    JSON.stringify({
      question_id: question,
      model: "tern-7b",
      judge: ["judge", "single-v1"],
      user_prompt: "",
      judgment: "",
      score,
      turn,
      tstamp: 1,
    });
  const text = [line(1, 1, 8), line(1, 2, 5), line(2, 1, 6), line(2, 2, -1)].join("\n");

  test("come to a mean over both turns and of each, without those that the judge did not grade", async () => {
    const facts = await measured({ "tern_single.jsonl": text });
    expect(facts.map(({ slice, value, n, unit }) => [slice, value, n, unit])).toEqual([
      [{}, 19 / 3, 3, "of 10"],
      [{ turn: "1" }, 7, 2, "of 10"],
      [{ turn: "2" }, 5, 1, "of 10"],
    ]);
  });

  test("an answer that was not graded is a check that failed", async () => {
    const [check] = ofKind(await readFiles({ "tern_single.jsonl": text }), "check");
    expect(check).toMatchObject({ passed: false, observed: 3, expected: 4 });
  });
});

describe("tables that the Language Model Evaluation Harness printed", () => {
  const table = [
    "|  Tasks   |Version|Filter|n-shot|Metric|   |Value |   |Stderr|",
    "|----------|-------|------|-----:|------|---|-----:|---|-----:|",
    "|quizzes   |    N/A|none  |      |acc   |↑  |0.6445|±  |0.0184|",
    "| - quiz_de|Yaml   |none  |     0|acc   |↑  |0.6372|±  |0.0454|",
  ];

  test("are read in a log, on their lines, a group once", async () => {
    const groups = [
      "",
      "|Groups |Version|Filter|n-shot|Metric|   |Value |   |Stderr|",
      "|---|---|---|---|---|---|--:|---|--:|",
      "|quizzes|    N/A|none  |      |acc   |↑  |0.6445|±  |0.0184|",
    ];
    const facts = await measured({ "run.log": ["hf (pretrained=tern), limit: None", ...table, ...groups].join("\n") });
    expect(
      facts.map(({ dataset, metric, value, standard_error, source }) => [
        dataset,
        metric,
        value,
        standard_error,
        source.line,
      ]),
    ).toEqual([
      ["quizzes", "accuracy", 0.6445, 0.0184, 4],
      ["quiz_de", "accuracy", 0.6372, 0.0454, 5],
    ]);
  });

  test("are results in a README that is no card, and tell models apart by the line above", async () => {
    const readme = [
      "# Tern, quantised",
      "",
      "- tern-7b",
      ...table,
      "",
      "- tern-7b-int4",
      ...table.map((row) => row.replace("0.6372", "0.6101")),
    ];
    const facts = await measured({ "README.md": readme.join("\n") });
    expect(
      facts.filter(({ dataset }) => dataset === "quiz_de").map(({ value, protocol }) => [value, protocol]),
    ).toEqual([
      [0.6372, "tern-7b"],
      [0.6101, "tern-7b-int4"],
    ]);
  });

  test("hold all shares in per cent where most can be nothing else", async () => {
    const older = [
      "|Task|Version|Metric|Value|   |Stderr|",
      "|----|------:|------|----:|---|-----:|",
      "|birds|      1|acc   |62.5|±  |  1.8|",
      "|nests|      1|acc   |71.0|±  |  1.5|",
      "|songs|      1|acc   |0.84|±  |  0.3|",
    ];
    const facts = await measured({ "eval.txt": older.join("\n") });
    expect(facts.map(({ value, unit, unit_guessed }) => [value, unit, unit_guessed])).toEqual([
      [62.5, "percent", true],
      [71, "percent", true],
      [0.84, "percent", true],
    ]);
  });
});

describe("OpenCompass's summaries", () => {
  test.each([
    ["summary_1.csv", "dataset,version,metric,mode,tern\nquizzes,1d7fe4,accuracy,gen,65.62\nall,-,-,-,-\n"],
    [
      "summary_1.md",
      "| dataset | version | metric | mode | tern |\n|----- | ----- | ----- | ----- | -----|\n| quizzes | 1d7fe4 | accuracy | gen | 65.62 |\n",
    ],
    [
      "summary_1.txt",
      "tabulate format\n^^^^\nquizzes 65.62\n$$$$\n\ncsv format\n^^^^\ndataset,version,metric,mode,tern\nquizzes,1d7fe4,accuracy,gen,65.62\n$$$$\n",
    ],
  ])("%s states the same", async (name, text) => {
    const facts = await measured({ [name]: text });
    expect(
      facts.map(({ dataset, metric, value, unit, protocol, about }) => [dataset, metric, value, unit, protocol, about]),
    ).toEqual([["quizzes", "accuracy", 65.62, "percent", "gen", null]]);
  });

  test("a count of questions is no model's score", async () => {
    const text = "dataset,version,metric,mode,total_count,tern\nquizzes,1,accuracy,gen,8,82.00 (7/8)\n";
    expect(await measured({ "summary_1.csv": text })).toMatchObject([{ value: 82, n: 8, about: null }]);
  });
});

describe("tables of models", () => {
  test("of which each is named once, tell in other columns how it was run", async () => {
    const text =
      'model,img_size,top1,top1_err,param_count,interpolation\ntern_s,224,88.1,11.9,"1,014.4",bicubic\ntern_l,384,89.9,10.1,305.1,bilinear\n';
    expect(
      (await measured({ "results-birds.csv": text })).map(({ metric, value, about, slice }) => [
        metric,
        value,
        about,
        slice,
      ]),
    ).toEqual([
      ["top_1_accuracy", 88.1, "tern_s", {}],
      ["top_1_error", 11.9, "tern_s", {}],
      ["top_1_accuracy", 89.9, "tern_l", {}],
      ["top_1_error", 10.1, "tern_l", {}],
    ]);
  });

  test("an error below one per cent stands in a column of per cent", async () => {
    const text = "model,top5_err\ntern_s,0.944\ntern_l,1.01\n";
    expect((await measured({ "results.csv": text })).map(({ unit, unit_guessed }) => [unit, unit_guessed])).toEqual([
      ["percent", true],
      ["percent", true],
    ]);
  });

  test("shares far from those above 1 stay shares", async () => {
    const text = "model,accuracy\na,0.91\nb,0.93\nc,93.5\n";
    expect((await measured({ "results.csv": text })).map(({ unit }) => unit)).toEqual([
      "proportion",
      "proportion",
      "percent",
    ]);
  });
});
