import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("dataset-card", [
  [
    "huggingface/dataset_card/README.md",
    "fields and sections, which are the data set's and no model's",
    [
      { kind: "card", field: "pretty_name", value: "fraud 2024-05" },
      { kind: "card", field: "size_categories", value: "10K<n<100K" },
      { kind: "card", title: "Out-of-Scope Use", section: null, placeholder: true },
      { kind: "dataset", name: "fraud 2024-05" },
    ],
    [{ kind: "measurement" }, { section: "out-of-scope-use" }],
  ],
]);

test("rows and columns are those that the card counts", async () => {
  const text = `---
pretty_name: Beans
dataset_info:
  features:
  - name: image
    dtype: image
  - name: label
    dtype: int64
  splits:
  - name: train
    num_examples: 1034
  - name: test
    num_examples: 128
---
# Dataset Card for Beans
`;
  const facts = await factsOfText("README.md", text);
  expectFact(facts, { kind: "dataset", name: "Beans", rows: 1162, columns: ["image", "label"] });
  expect(ofKind(facts, "problem")).toEqual([]);
});

test("a list of licences is one field", async () => {
  const text = "---\nlicense:\n- mit\n- apache-2.0\ntask_ids: [x]\n---\n# D\n";
  expectFact(await factsOfText("README.md", text), { kind: "card", field: "license", value: "mit, apache-2.0" });
});

test("rows of splits are told by the part of the data that each is for", async () => {
  const text = [
    "---",
    "pretty_name: Pumps",
    "dataset_info:",
    "  features: [{ name: audio, dtype: audio }]",
    "  splits:",
    "    - { name: train, num_examples: 800 }",
    "    - { name: test, num_examples: 200 }",
    "    - { name: unlabelled, num_examples: 50 }",
    "---",
    "# Dataset Card for Pumps",
    "",
  ].join("\n");
  const facts = ofKind(await factsOfText("README.md", text), "dataset");
  expect(facts.map(({ name, role, rows, source }) => [name, role, rows, source.pointer])).toEqual([
    ["Pumps", null, 1050, "/pretty_name"],
    ["Pumps", "train", 800, "/dataset_info/splits/0/num_examples"],
    ["Pumps", "test", 200, "/dataset_info/splits/1/num_examples"],
  ]);
});

test.each<[title: string, document: object, expected: readonly (readonly unknown[])[]]>([
  [
    "one data set",
    {
      dataset_name: "pumps",
      config_name: "default",
      features: { audio: {}, label: {} },
      splits: { train: { name: "train", num_examples: 800 }, validation: { name: "validation", num_examples: 100 } },
      version: { version_str: "1.1.0" },
    },
    [
      ["pumps", null, 900, ["audio", "label"], "1.1.0"],
      ["pumps", "train", 800, null, "1.1.0"],
      ["pumps", "validation", 100, null, "1.1.0"],
    ],
  ],
  [
    "several configurations",
    {
      noisy: { builder_name: "pumps", features: { audio: {} }, splits: { test: { num_examples: 200 } } },
      quiet: { builder_name: "pumps", features: { audio: {} }, splits: { test: { num_examples: 300 } } },
    },
    [
      ["pumps/noisy", null, 200, ["audio"], null],
      ["pumps/noisy", "test", 200, null, null],
      ["pumps/quiet", null, 300, ["audio"], null],
      ["pumps/quiet", "test", 300, null, null],
    ],
  ],
])("what the library writes beside the data: %s", async (_title, document, expected) => {
  const facts = ofKind(await factsOfText("dataset_infos.json", JSON.stringify(document)), "dataset");
  expect(new Set(facts.map(({ format }) => format))).toEqual(new Set(["huggingface-dataset-info"]));
  expect(facts.map(({ name, role, rows, columns, version }) => [name, role, rows, columns, version])).toEqual(expected);
});
