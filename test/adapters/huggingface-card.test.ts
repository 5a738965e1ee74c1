import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, placeOf } from "./described.js";

describeFixtures("huggingface-card", [
  [
    "huggingface/v1/README.md",
    "results of the index are claims on their own lines; slices are apart from the data set",
    [
      {
        kind: "measurement",
        raw_metric: "roc_auc",
        value: 0.8984,
        dataset: "fraud-test-2024-05",
        split: "test",
        slice: {},
        claimed: true,
        about: null,
        place: "/model-index/0/results/0/metrics/0/value",
      },
      {
        kind: "measurement",
        raw_metric: "recall",
        value: 0.2414,
        dataset: "fraud-test-2024-05",
        slice: { age_band: "18-24" },
      },
      { kind: "measurement", raw_metric: "recall", value: 0.3889, slice: { age_band: "65+" } },
      {
        kind: "dataset",
        name: "fraud-test-2024-05",
        role: "test",
        digest: "git:5503434ddd753f426f4b38109466949a1217c2bb",
        location: "acme/fraud-2024-05",
      },
      { kind: "dataset", name: "acme/fraud-2024-05", role: "train" },
      { kind: "model", name: "fraud-detector-v1", framework: "sklearn" },
      { kind: "card", field: "license", value: "apache-2.0", placeholder: false },
      { kind: "card", field: "metrics", value: "roc_auc, f1, recall" },
      {
        kind: "card",
        section: "out-of-scope-use",
        title: "Out-of-Scope Use",
        words: 3,
        placeholder: false,
        place: "152",
      },
      { kind: "card", section: "model-details", title: "Model Sources [optional]", words: 0, placeholder: true },
      { kind: "card", section: "training-procedure", title: "Training Procedure", placeholder: true },
    ],
    // "recall at 2% alert rate" in the body is no recall of 2 %.
    [
      { kind: "measurement", value: 2 },
      { kind: "problem", problem: "template" },
    ],
  ],
  [
    "huggingface/hand_edited_values/README.md",
    "a number that is none, a percentage and a number in quotes",
    [
      { kind: "measurement", raw_metric: "ndcg@10", metric: "ndcg_at_10", value: null, non_finite: "NaN" },
      { kind: "problem", problem: "non-finite" },
      { kind: "measurement", raw_metric: "map", value: 0.31, unit: "percent" },
      { kind: "measurement", raw_metric: "ctr_lift", value: 0.043 },
    ],
  ],
  [
    "huggingface/bad_default_template/README.md",
    "an unfilled card states nothing, and every section of it is filler",
    [
      { kind: "card", section: "intended-use", title: "Uses", placeholder: true },
      { kind: "card", section: "bias-risks", placeholder: true, words: 0 },
      { kind: "card", section: "recommendations", placeholder: true },
      { kind: "card", section: "how-to-use", placeholder: true },
    ],
    [{ kind: "measurement" }, { kind: "card", placeholder: false, section: "limitations" }],
  ],
  [
    "huggingface/bad_tricky_front_matter/README.md",
    "quoted words stay words",
    [
      { kind: "card", field: "license", value: "other" },
      { kind: "card", field: "tags", value: "x: y, on, yes, 1.0, null, é" },
    ],
    [{ field: "tags", value: true }],
  ],
]);

const frontMatter = (...lines: readonly string[]): string => ["---", ...lines, "---", "# Card", ""].join("\n");

const index = (...metrics: readonly string[]): string =>
  frontMatter(
    "license: mit",
    "model-index:",
    "- name: m",
    "  results:",
    "  - task: {type: x}",
    "    dataset: {name: d, type: a/d, split: test}",
    "    metrics:",
    ...metrics.map((metric) => `    - ${metric}`),
  );

describe("what hands and tools write into a model index", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["a spread behind the number", "{type: mean_reward, value: '253.26 +/- 21.63'}", { value: 253.26 }],
    ["per cent", "{type: accuracy, value: '93.5 %'}", { value: 93.5, unit: "percent" }],
    ["no type", "{name: F1, value: 0.5}", { raw_metric: "F1", value: 0.5 }],
    [
      "parts of a value",
      "{type: rouge, value: {rouge1: 0.4, rouge2: 0.2}}",
      { raw_metric: "rouge.rouge1", value: 0.4 },
    ],
    ["a name that says the split", "{type: accuracy, value: 0.99, name: Training Accuracy}", { split: "train" }],
    ["an average in the name", "{type: f1, value: 0.7, name: F1 (macro)}", { protocol: "macro" }],
    ["infinity", "{type: loss, value: .inf}", { value: null, non_finite: "Infinity" }],
  ])("%s", async (_, metric, expected) => {
    expectFact(ofKind(await factsOfText("README.md", index(metric)), "measurement"), { dataset: "d", ...expected });
  });

  test("a value that is a matrix is no measurement and no problem", async () => {
    const facts = await factsOfText("README.md", index("{type: confusion_matrix, value: [[1, 2], [3, 4]]}"));
    expect(ofKind(facts, "measurement")).toEqual([]);
    expect(ofKind(facts, "problem")).toEqual([]);
  });

  test("text where a number is due is a problem", async () => {
    const facts = await factsOfText("README.md", index("{type: accuracy, value: good}"));
    expect(ofKind(facts, "measurement").map(({ value }) => value)).toEqual([null]);
    expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["wrong-type"]);
  });

  test("configurations of one data set are kept apart, and a lone one adds nothing", async () => {
    const result = (config: string, value: number): string =>
      `  - {task: {type: x}, dataset: {name: glue, type: glue, config: ${config}}, metrics: [{type: acc, value: ${value}}]}`;
    const two = frontMatter("model-index:", "- name: m", "  results:", result("mrpc", 0.8), result("cola", 0.6));
    const one = frontMatter("model-index:", "- name: m", "  results:", result("mrpc", 0.8));
    const protocols = async (text: string): Promise<unknown> =>
      ofKind(await factsOfText("README.md", text), "measurement").map(({ protocol }) => protocol);
    expect(await protocols(two)).toEqual(["mrpc", "cola"]);
    expect(await protocols(one)).toEqual([null]);
  });

  test("a second model of the index is another model", async () => {
    const of = (name: string): string =>
      `- {name: ${name}, results: [{task: {type: x}, dataset: {name: d, type: d}, metrics: [{type: acc, value: 0.5}]}]}`;
    const facts = await factsOfText("README.md", frontMatter("model-index:", of("ours"), of("theirs")));
    expect(ofKind(facts, "measurement").map(({ about }) => about)).toEqual([null, "theirs"]);
  });

  test.each([
    ["no list", "model-index: yes"],
    ["results that are text", "model-index: [{name: m, results: none}]"],
    ["metrics without values", "model-index: [{name: m, results: [{metrics: [{type: acc}]}]}]"],
    ["nothing", "model-index:"],
    [
      "keys of objects' own machinery",
      "model-index: [{name: m, results: [{__proto__: {metrics: [{type: acc, value: 1}]}}]}]",
    ],
  ])("%s gives no measurement and breaks nothing", async (_, line) => {
    const facts = await factsOfText("README.md", frontMatter("license: mit", line));
    expect(ofKind(facts, "measurement")).toEqual([]);
    expectFact(facts, { kind: "card", field: "license", value: "mit", format: "huggingface-card" });
  });
});

describe("which files are cards of the Hub", () => {
  const formatOf = async (name: string, text: string): Promise<string | null> =>
    ofKind(await factsOfText(name, text), "file")[0]?.format ?? null;

  test.each<[string, string, string, string | null]>([
    ["a licence and tags", "README.md", frontMatter("license: mit", "tags: [x]"), "huggingface-card"],
    ["a pipeline", "notes.md", frontMatter("title: x", "pipeline_tag: text-generation"), "huggingface-card"],
    ["a page with tags", "docs/page.md", frontMatter("title: Setup", "tags: [howto]"), null],
    ["a page of a site", "index.md", frontMatter("layout: page", "license: mit"), null],
    ["a Space", "README.md", frontMatter("title: Demo", "sdk: gradio", "app_file: app.py", "license: mit"), null],
    ["a data set", "README.md", frontMatter("license: mit", "size_categories: [n<1K]"), "dataset-card"],
    ["a data set by its heading", "README.md", "---\nlicense: mit\n---\n# Dataset Card for x\n", "dataset-card"],
    ["an empty mapping", "README.md", "---\n{}\n---\n# Anything\n", "markdown-card"],
  ])("%s", async (_, name, text, format) => expect(await formatOf(name, text)).toBe(format));
});

describe("front matter that cannot be read", () => {
  test.each<[string, string, string]>([
    ["a list", "---\n[]\n---\n# card of a model\n", "unreadable"],
    ["no end", "---\nlicense: mit\n\n# Model card\n", "unreadable"],
    ["a template", "---\n{{ card_data }}\n---\n# Model card\n", "template"],
    ["a key twice", "---\nlicense: mit\nlicense: other\n---\n# Model card\n", "duplicate-key"],
    [
      "placeholders for values",
      "---\nlicense: {license}\nlanguage:\n- {lang_0}  # fr\n---\n# Model card\n",
      "template",
    ],
  ])("%s is a problem and gives no field", async (_, text, problem) => {
    const facts = await factsOfText("README.md", text);
    expect(ofKind(facts, "problem").map((fact) => fact.problem)).toContain(problem);
    expect(ofKind(facts, "card").filter(({ field }) => field !== null)).toEqual([]);
  });

  test("a body whose title and fields are marks of a template is a problem", async () => {
    const text = "---\nlicense: mit\n---\n# Model Card for {{ model_id }}\n\n## Uses\n\n{{ uses }}\n";
    const facts = await factsOfText("README.md", text);
    expect(ofKind(facts, "problem").map((fact) => [fact.problem, placeOf(fact)])).toEqual([["template", "4"]]);
  });

  test("a chat template that a card quotes is none", async () => {
    const text =
      "---\nlicense: mit\npipeline_tag: x\n---\n# M\n\n## Usage\n\n```\n{% for m in messages %}{{ m }}\n```\nUse `{{ system }}` first.\n";
    expect(ofKind(await factsOfText("README.md", text), "problem")).toEqual([]);
  });
});

test("a model card makes its folder a model, a data set card does not", async () => {
  const facts = await readFiles({
    "a/README.md": frontMatter("library_name: sklearn"),
    "b/README.md": frontMatter("pretty_name: B", "task_ids: [x]"),
  });
  expect(ofKind(facts, "file").map(({ model }) => model)).toEqual(["a", null]);
});

describe("a result's type and name", () => {
  const measured = async (type: string, name: string) => {
    const result = `{task: {type: t}, dataset: {name: d, type: d}, metrics: [{type: ${type}, name: ${name}, value: 0.9}]}`;
    const facts = await factsOfText("README.md", frontMatter("license: mit", "model-index:", "- name: m", `  results: [${result}]`)); // prettier-ignore
    return {
      metrics: ofKind(facts, "measurement").map(({ metric }) => metric),
      problems: ofKind(facts, "problem").map(({ problem }) => problem),
    };
  };

  test.each([
    ["accuracy", "ROC AUC", [], ["conflict"]],
    ["precision", "Average precision", ["average_precision"], []],
    ["accuracy", "Test accuracy", ["accuracy"], []],
    ["f1", "Macro F1", ["f1"], []],
    ["accuracy", "Score of the day", ["accuracy"], []],
  ])("%s called %s", async (type, name, metrics, problems) => {
    expect(await measured(type, name)).toEqual({ metrics, problems });
  });
});

describe("how a result of the index was computed", () => {
  test.each<[metric: string, protocol: string | null]>([
    ['{ type: wer, value: 12.4, name: "Test WER" }', null],
    ['{ type: wer, value: 11.1, name: "Test WER (+LM)" }', "+LM"],
    ["{ type: f1, value: 0.9, name: F1, args: { average: weighted } }", "weighted"],
    ["{ type: f1, value: 0.9, name: Macro F1, args: { average: macro } }", "macro"],
    ['{ type: accuracy, value: 0.9, name: "Accuracy (reviews)" }', null],
  ])("%s: %s", async (metric, protocol) => {
    const text = [
      "---",
      "model-index:",
      "- name: m",
      "  results:",
      "  - task: { type: t }",
      "    dataset: { name: Reviews, type: reviews }",
      "    metrics:",
      `    - ${metric}`,
      "---",
      "# M",
      "",
    ].join("\n");
    const facts = ofKind(await readFiles({ "README.md": text }), "measurement");
    expect(facts.map((fact) => fact.protocol)).toEqual([protocol]);
  });
});
