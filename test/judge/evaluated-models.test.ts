import { describe, expect, test } from "vitest";
import { judged, of, rules, type Files } from "./judged.js";

const floor = rules("floor: { metric: accuracy, at-least: 0.5 }");

const harness = (accuracy: number, named: object, task = "arc_easy"): string =>
  JSON.stringify({ results: { [task]: { "acc,none": accuracy } }, versions: { [task]: 1 }, ...named });
const pretrained = (name: string): object => ({
  config: { model: "hf", model_args: `pretrained=${name},dtype=float` },
});
const card = { "m/README.md": "---\nlicense: mit\n---\n# Small models\n" };

const outcome = async (files: Files): Promise<string | undefined> => {
  const report = await judged({ ...card, ...files }, floor);
  return of(report, "floor").find(({ model }) => model === "m")?.outcome;
};

test("a rule says whose results it found where none is the model's own", async () => {
  const files = { "m/a.json": harness(0.9, pretrained("gpt2")), "m/b.json": harness(0.3, pretrained("bloom-560m")) };
  const report = await judged({ ...card, ...files }, floor);
  expect(of(report, "floor").map(({ message }) => message)).toEqual([
    "no evidence states accuracy of the model itself, only of bloom-560m and gpt2",
  ]);
});

describe("a harness's results of several models in the folder of one", () => {
  test.each<[title: string, files: Files, outcome: string]>([
    [
      "are of none of them where none is called as the model",
      {
        "m/results/a.json": harness(0.9, { model_name: "openai-community/gpt2" }),
        "m/results/b.json": harness(0.3, { model_name: "EleutherAI/pythia-14m" }, "hellaswag"),
      },
      "missing",
    ],
    [
      "are of the one that is called as the model, whatever its owner, its letters and its punctuation",
      { "m/a.json": harness(0.9, pretrained("somebody/M")), "m/b.json": harness(0.3, pretrained("gpt2")) },
      "met",
    ],
    [
      "are of the one that the card names",
      {
        "m/README.md": "---\nlicense: mit\nmodel_name: Zephyr 7B\n---\n# Zephyr\n",
        "m/a.json": harness(0.3, pretrained("HuggingFaceH4/zephyr-7b")),
        "m/b.json": harness(0.9, pretrained("mistralai/Mistral-7B-v0.1")),
      },
      "not-met",
    ],
    [
      "are the model's where all name one, though the folder is called otherwise",
      {
        "m/a.json": harness(0.9, pretrained("meta-llama/Llama-3-8B")),
        "m/b.json": harness(0.8, pretrained("/data/hub/Llama-3-8B/"), "hellaswag"),
      },
      "met",
    ],
    [
      "are the model's where a path of its training is named beside one other",
      { "m/a.json": harness(0.9, pretrained("./output/checkpoint-500")), "m/b.json": harness(0.8, {}, "hellaswag") },
      "met",
    ],
    [
      "are told apart by the adapter's weights, and not by the base's",
      {
        "m/a.json": harness(0.3, pretrained("Qwen/Qwen2-0.5B")),
        "m/b.json": harness(0.9, pretrained("Qwen/Qwen2-0.5B,peft=somebody/m")),
      },
      "met",
    ],
    [
      "are of several by lighteval's names too",
      {
        "m/a.json": harness(0.9, { config_general: { model_name: "gpt2" } }),
        "m/b.json": harness(0.8, { config_general: { model_name: "bloom-560m" } }, "hellaswag"),
      },
      "missing",
    ],
  ])("%s", async (_title, files, expected) => {
    expect(await outcome(files)).toBe(expected);
  });

  test("by the folders of MTEB are of the models that these are called after", async () => {
    const scores = (main: number): string =>
      JSON.stringify({
        task_name: "Banking77",
        mteb_version: "1.14.0",
        scores: { test: [{ hf_subset: "default", accuracy: main, main_score: main }] },
      });
    const one = { "m/results/BAAI__bge-small-en/5c38ec7/Banking77.json": scores(0.9) };
    expect(await outcome(one)).toBe("met");
    expect(await outcome({ ...one, "m/results/intfloat__e5-small/e272f32/Banking77.json": scores(0.8) })).toBe(
      "missing",
    );
  });
});
