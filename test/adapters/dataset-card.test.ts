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
