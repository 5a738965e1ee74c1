import { expect, test } from "vitest";
import { expectFact, factsOfText } from "./described.js";

const tensor = 'input [ { name: "x" data_type: TYPE_FP32 dims: [ -1, 4 ] } ]\n';

test("the model, what runs it, the version that is served, and what it takes", async () => {
  const facts = await factsOfText(
    "config.pbtxt",
    `name: "churn"\nplatform: "onnxruntime_onnx"\nmax_batch_size: 8\n${tensor}` +
      "version_policy: { specific { versions: [ 3 ] } }\n" +
      "instance_group [ { count: 2 kind: KIND_GPU }, { kind: KIND_CPU } ]\n",
  );
  expectFact(facts, {
    kind: "model",
    format: "triton-model-config",
    name: "churn",
    framework: "onnxruntime",
    version: "3",
  });
  expectFact(facts, { kind: "rollout", resources: { "instances.gpu": 2, "instances.cpu": 1, max_batch_size: 8 } });
});

test("without a name or tensors, by the backend; several versions are not one", async () => {
  const facts = await factsOfText(
    "config.pbtxt",
    'backend: "vllm"\nversion_policy { specific { versions: 1 versions: 2 } }\ninstance_group [ { count: 1 kind: KIND_MODEL } ]\n',
  );
  expectFact(facts, { kind: "model", name: null, framework: "vllm", version: null });
  expectFact(facts, { kind: "rollout", resources: { "instances.model": 1 } });
});

test("a text that breaks off is a problem", async () => {
  const facts = await factsOfText("config.pbtxt", `name: "churn"\n${tensor}instance_group [ { count: `);
  expectFact(facts, { kind: "problem", problem: "unreadable", format: "triton-model-config" });
});

test.each([
  ["a map of labels", 'item {\n  name: "cat"\n  id: 1\n}\n'],
  ["a message that begins alike", 'name: "churn"\nowner: "ops"\n'],
])("%s is no configuration", async (_, text) => {
  expect((await factsOfText("config.pbtxt", text)).map(({ format }) => format)).not.toContain("triton-model-config");
});
