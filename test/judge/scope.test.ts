import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/model/configuration.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { memory } from "../../src/world/memory.js";
import { judged, of, rules, type Files } from "./judged.js";

const card = "---\nlicense: mit\nlibrary_name: sklearn\n---\n# Model\n";
const model = (folder: string, accuracy: number): Files => ({
  [`${folder}/README.md`]: card,
  [`${folder}/metrics.json`]: JSON.stringify({ accuracy }),
});
const files: Files = {
  ...model("models/new", 0.9),
  ...model("models/serving", 0.95),
  ...model("models/other", 0.5),
  ...model("shared/reference", 0.99),
};

const configuration: Configuration = (() => {
  const text = `models:
  - { name: new, path: models/new, champion: serving }
  - { name: serving, path: models/serving }
  - { name: other, path: models/other }
`;
  const loaded = loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": text })));
  if (loaded.problems.length > 0) throw new Error(loaded.problems.map(({ message }) => message).join("; "));
  return loaded.configuration;
})();

const answer = async (scope: readonly string[], rule: string) => {
  const report = await judged(files, rules(`a: ${rule}`), { configuration, scope });
  return {
    models: report.models.map(({ name }) => name),
    said: of(report, "a").map(({ outcome, message }) => `${outcome}: ${message}`),
  };
};

describe("a part of the repository that is checked by itself", () => {
  test("is judged alone: models outside of it are not missed", async () => {
    expect(await answer(["models/new"], "{ metric: accuracy, at-least: 80% }")).toEqual({
      models: ["new"],
      said: ["met: accuracy 0.9, at least 0.8"],
    });
  });

  test.each([
    ["the champion that the configuration names", "{ metric: accuracy, against: champion, may-lose: 1% }", "serving"],
    ["a model that the rule names", "{ metric: accuracy, against: other, change-at-least: 0.5 }", "other"],
    ["a folder that the rule names", "{ metric: accuracy, against: shared/reference, may-lose: 1% }", "reference"],
  ])("is compared with %s, which is not judged", async (_, rule, label) => {
    const { models, said } = await answer(["models/new"], rule);
    expect(models).toEqual(["new"]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^not-met: accuracy 0.9, .*${label === "serving" ? "champion" : label} 0\\.`));
  });

  test("may be one file of a model", async () => {
    const { models } = await answer(["models/new/metrics.json"], "{ metric: accuracy, at-least: 80% }");
    expect(models).toEqual(["new"]);
  });

  test("judges each model that has a file in it", async () => {
    const { models } = await answer(["models/other", "models/serving"], "{ metric: accuracy, at-least: 80% }");
    expect(models).toEqual(["other", "serving"]);
  });

  test("has models that the configuration names and nothing is read of, where they lie in it", async () => {
    const here = { ...files };
    delete here["models/other/README.md"];
    delete here["models/other/metrics.json"];
    const asked = rules("a: { metric: accuracy, at-least: 80% }");
    const of = async (scope: string): Promise<readonly string[]> =>
      (await judged(here, asked, { configuration, scope: [scope] })).models.map(({ name }) => name);
    expect(await of("models")).toEqual(["new", "other", "serving"]);
    expect(await of("models/new")).toEqual(["new"]);
  });
});
