import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("cyclonedx-bom", [
  ["cyclonedx/requirements.cdx.json", "libraries are no model", [{ kind: "file", facts: 0 }], [{ kind: "model" }]],
  [
    "cyclonedx/requirements.cdx.xml",
    "libraries are no model in XML",
    [{ kind: "file", facts: 0 }],
    [{ kind: "model" }],
  ],
]);

const component = {
  type: "machine-learning-model",
  name: "fraud",
  version: "1.4",
  publisher: "Acme",
  hashes: [
    { alg: "MD5", content: "D41D8CD98F00B204E9800998ECF8427E" },
    { alg: "SHA-256", content: "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855" },
  ],
  modelCard: {
    modelParameters: { task: "task goes here", datasets: [{ name: "Training set", contents: { url: "s3://x" } }] },
    quantitativeAnalysis: {
      performanceMetrics: [
        {
          type: "recall",
          value: "0.31",
          slice: "age_band=18-24",
          confidenceInterval: { lowerBound: "0.2", upperBound: "0.4" },
        },
        { type: "auc", value: "The value of the performance metric" },
      ],
    },
    considerations: { technicalLimitations: ["Phone orders."], users: ["Who are the intended users of the model?"] },
  },
};

const bom = (parts: Record<string, unknown>): string =>
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { timestamp: "2026-11-23T05:08:57Z" },
    ...parts,
  });

describe("a model in a bill of materials", () => {
  test("JSON", async () => {
    const facts = await factsOfText(
      "bom.cdx.json",
      bom({ components: [{ type: "library", components: [component] }] }),
    );
    const at = "2026-11-23T05:08:57Z";
    const digest = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expectFact(facts, {
      kind: "model",
      format: "cyclonedx-mlbom",
      name: "fraud",
      version: "1.4",
      artifact_digest: digest,
      at,
    });
    expectFact(facts, {
      kind: "measurement",
      raw_metric: "recall",
      value: 0.31,
      slice: { age_band: "18-24" },
      interval: { lower: 0.2, upper: 0.4, level: null },
      claimed: true,
    });
    expectFact(facts, { kind: "dataset", name: "Training set", role: "train", location: "s3://x" });
    expectFact(facts, { kind: "card", field: "modelCard.modelParameters.task", placeholder: true });
    expectFact(facts, { kind: "card", section: "limitations", title: "technicalLimitations", words: 2 });
    expectFact(facts, { kind: "card", section: "intended-use", title: "users", placeholder: true });
    expect(ofKind(facts, "measurement")).toHaveLength(1);
    expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["template"]);
  });

  test("XML, each fact on its line", async () => {
    const text = `<?xml version="1.0"?>
<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.7" version="1">
  <b:components>
    <b:component type="machine-learning-model">
      <b:name>fraud</b:name>
      <b:version>2</b:version>
      <b:hashes><b:hash alg="SHA-1">DA39A3EE</b:hash></b:hashes>
      <b:modelCard>
        <b:quantitativeAnalysis>
          <b:performanceMetrics>
            <b:performanceMetric>
              <b:type>accuracy</b:type>
              <b:value>93%</b:value>
            </b:performanceMetric>
          </b:performanceMetrics>
        </b:quantitativeAnalysis>
        <b:considerations>
          <b:users><b:user>Analysts</b:user><b:user>Auditors</b:user></b:users>
        </b:considerations>
      </b:modelCard>
    </b:component>
  </b:components>
</b:bom>
`;
    const facts = await factsOfText("bom.xml", text);
    expectFact(facts, { kind: "model", name: "fraud", version: "2", artifact_digest: "sha1:da39a3ee", place: "5" });
    expectFact(facts, { kind: "measurement", raw_metric: "accuracy", value: 93, unit: "percent", place: "13" });
    expectFact(facts, { kind: "card", field: "modelCard.considerations.users", value: "Analysts, Auditors" });
    expectFact(facts, { kind: "card", section: "intended-use", words: 2 });
  });

  test("of several models, the first is the bill's and the others are named", async () => {
    const second = { ...component, name: "rival" };
    const facts = await factsOfText("bom.json", bom({ components: [component, second] }));
    expect(ofKind(facts, "measurement").map(({ about }) => about)).toEqual([null, "rival"]);
  });
});

test("a vulnerability is a failed check, unless its analysis clears it", async () => {
  const vulnerabilities = [
    { id: "CVE-1", ratings: [{ severity: "high" }], affects: [{ ref: "numpy" }], description: "overflow" },
    { id: "CVE-2", analysis: { state: "not_affected" } },
    { id: "CVE-3", analysis: { state: "in_triage" } },
  ];
  const facts = ofKind(await factsOfText("bom.json", bom({ components: [], vulnerabilities })), "check");
  expect(facts.map(({ name, passed, severity, column }) => [name, passed, severity, column])).toEqual([
    ["CVE-1", false, "high", "numpy"],
    ["CVE-2", true, null, null],
    ["CVE-3", false, null, null],
  ]);
});

test.each([
  ["components that are no list", { components: { type: "machine-learning-model" } }],
  ["a component that is text", { components: ["machine-learning-model", null, 3] }],
  ["no components", {}],
])("%s break nothing", async (_, parts) => {
  const facts = await factsOfText("bom.json", bom(parts));
  expect(facts.map(({ kind, format }) => [kind, format])).toEqual([["file", "cyclonedx-bom"]]);
});

test("a data component says what it is for and where it lies; a slice that is a split is one", async () => {
  const facts = await factsOfText(
    "bom.json",
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.7",
      components: [
        {
          type: "machine-learning-model",
          name: "triage",
          modelCard: {
            quantitativeAnalysis: {
              performanceMetrics: [{ type: "macro-f1", value: "0.91", slice: "held-out-evaluation" }],
            },
          },
        },
        {
          type: "data",
          name: "ticket-evaluation-data",
          data: [{ type: "dataset", name: "Tickets", contents: { url: "https://example.com/eval.jsonl" } }],
        },
      ],
    }),
  );
  expectFact(facts, { metric: "f1", protocol: "macro", value: 0.91, split: "holdout", slice: {} });
  expectFact(facts, {
    kind: "dataset",
    name: "ticket-evaluation-data",
    role: "test",
    location: "https://example.com/eval.jsonl",
  });
});
