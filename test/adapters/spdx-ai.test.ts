import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const graph = (...elements: readonly object[]): string =>
  JSON.stringify({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": elements });

const entry = (key: string, value: string) => ({ type: "DictionaryEntry", key, value });

const model = {
  type: "ai_AIPackage",
  spdxId: "urn:model",
  name: "fraud",
  software_packageVersion: "1.2.0",
  releaseTime: "2026-05-01T00:00:00Z",
  verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: "ab12" }],
  ai_limitation: "Not to be used for transfers between businesses.",
  ai_metric: [entry("recall", "0.91"), entry("latency", "high")],
  ai_metricDecisionThreshold: [entry("recall", "0.35")],
  ai_hyperparameter: [entry("depth", "6")],
};

test("a model's name, version, digest, metrics, hyperparameters and sections", async () => {
  const facts = await factsOfText("bom.spdx.json", graph(model));
  expectFact(facts, {
    format: "spdx-ai",
    kind: "model",
    name: "fraud",
    version: "1.2.0",
    artifact_digest: "sha256:ab12",
    created: "2026-05-01T00:00:00Z",
  });
  expectFact(facts, {
    metric: "recall",
    value: 0.91,
    threshold: 0.35,
    claimed: true,
    place: "/@graph/0/ai_metric/0/value",
  });
  expectFact(facts, { kind: "run", params: { depth: "6" } });
  expectFact(facts, { kind: "card", section: "limitations", placeholder: false });
});

test("a metric in words is a problem, not a value", async () => {
  const facts = await factsOfText("bom.spdx.json", graph(model));
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/@graph/0/ai_metric/1/value" });
});

test("data sets with what they were used for", async () => {
  const facts = await factsOfText(
    "bom.spdx.json",
    graph(
      model,
      {
        type: "dataset_DatasetPackage",
        spdxId: "urn:d",
        name: "payments",
        software_downloadLocation: "https://example.org/d",
      },
      { type: "Relationship", relationshipType: "trainedOn", from: "urn:model", to: ["urn:d"] },
    ),
  );
  expectFact(facts, { kind: "dataset", name: "payments", role: "train", location: "https://example.org/d" });
});

test.each([
  ["a bill without models", graph({ type: "software_Package", name: "x" })],
  ["another graph", JSON.stringify({ "@context": "https://schema.org", "@graph": [model] })],
  ["an empty graph", graph()],
])("%s is none", async (_, text) => {
  expect(ofKind(await factsOfText("bom.json", text), "model")).toEqual([]);
});

describe("SPDX 2", () => {
  const bom = (packages: readonly object[]) =>
    JSON.stringify({
      spdxVersion: "SPDX-2.3",
      SPDXID: "SPDXRef-DOCUMENT",
      creationInfo: { created: "2024-06-11T09:00:00Z" },
      packages,
    });
  const item = (name: string, address: string) => ({
    name,
    versionInfo: "1.2",
    checksums: [{ algorithm: "SHA256", checksumValue: "ab12" }],
    externalRefs: [{ referenceType: "purl", referenceLocator: address }],
  });

  test("packages of the Hub are models, libraries are none", async () => {
    const text = bom([item("numpy", "pkg:pypi/numpy@1.26.4"), item("bert", "pkg:huggingface/google/bert@1.2")]);
    const facts = await factsOfText("sbom.spdx.json", text);
    expectFact(facts, {
      format: "spdx-bom",
      kind: "model",
      name: "bert",
      version: "1.2",
      artifact_digest: "sha256:ab12",
      at: "2024-06-11T09:00:00Z",
      place: "/packages/1/name",
    });
    expect(facts.filter(({ kind }) => kind === "model")).toHaveLength(1);
  });

  test("a bill of libraries is known and states nothing", async () => {
    const facts = await factsOfText("sbom.spdx.json", bom([item("numpy", "pkg:pypi/numpy@1.26.4")]));
    expect(facts).toMatchObject([{ kind: "file", format: "spdx-bom", facts: 0 }]);
  });
});
