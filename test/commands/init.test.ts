import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { init } from "../../src/commands/init.js";
import { schema } from "../../src/commands/schema.js";
import { test as testCommand } from "../../src/commands/test.js";
import { parseYaml } from "../../src/read/yaml.js";
import { defaultLimits } from "../../src/read/limits.js";
import { inEditor } from "../editor/language-server.js";
import { facts, measurement } from "../judge/judged.js";
import { inFolder, ran, ranIn, type Files } from "./ran.js";

const card = "---\nlicense: mit\n---\n# M\n\n## Intended use\n\nFinding fraud in card payments, by analysts.\n";
const two = {
  "a/README.md": card,
  "a/metrics.json": '{"accuracy": 0.93, "recall": 0.81}',
  "b/README.md": card,
  "b/metrics.json": '{"accuracy": 0.91, "recall": 0.85}',
};

const readIn = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

/** The models of the configuration that `init` writes for files. */
const modelsFor = (files: Files): Promise<unknown> =>
  inFolder(files, async (folder) => {
    expect((await ranIn(folder, init)).problems).toEqual([]);
    const { value } = parseYaml(readIn(folder, "referee.yaml"), defaultLimits);
    return typeof value === "object" && value !== null && "models" in value ? value.models : undefined;
  });

const rulesFor = (files: Files): Promise<string> =>
  inFolder(files, async (folder) => {
    expect((await ranIn(folder, init)).problems).toEqual([]);
    return readIn(folder, "policies/gate.yaml");
  });

describe("without a policy", () => {
  test("the values that are seen stand beside the model that they are of, and init is the next step", () =>
    inFolder(two, async (folder) => {
      const { status, out } = await ranIn(folder, check);
      expect(status).toBe(0);
      expect(out.replace(/\s+/g, " ")).toContain("no bound set: a accuracy 0.93, recall 0.81; b accuracy 0.91, recall");
      expect(out.trim().split("\n").at(-1)).toMatch(/^Next {3}model-referee init/);
    }));
});

describe("init", () => {
  const champion = {
    "models/fraud-champion/README.md": card,
    "models/fraud-champion/own.facts.jsonl": facts(measurement("recall", 0.84, { unit: "proportion" })),
    "models/fraud-challenger/README.md": card,
    "models/fraud-challenger/own.facts.jsonl": facts(
      measurement("recall", 0.82, { unit: "proportion" }),
      { kind: "dataset", name: "train", role: "train", digest: "md5:aa" },
      { kind: "drift", scope: "dataset", method: "share", share: 0.1 },
    ),
  };

  test.each<[title: string, files: Files, rules: readonly string[]]>([
    [
      "two models of which nobody says which serves",
      two,
      ["accuracy-floor", "recall-floor", "intended-use", "licensed"],
    ],
    ["a champion and its challenger", champion, ["recall-floor", "no-worse-than-champion", "intended-use", "licensed"]],
    [
      "a model with everything",
      Object.fromEntries(Object.entries(champion).filter(([path]) => path.includes("challenger"))),
      ["recall-floor", "stable-inputs", "intended-use", "licensed", "data-named"],
    ],
    [
      "a card and nothing else",
      { "m/README.md": "# M\n\n## Intended use\n\nFinding fraud.\n\n## Limitations\n\nMany.\n" },
      ["intended-use"],
    ],
  ])(
    "writes a policy that %s meet, and tests of it that hold and notice spoilt evidence",
    async (_title, files, rules) =>
      inFolder(files, async (folder) => {
        const { out } = await ranIn(folder, init);
        expect(out).toContain("wrote policies/gate.test.yaml\n");
        const written = [...readIn(folder, "policies/gate.yaml").matchAll(/^ {2}([\w-]+):/gm)].map(([, id]) => id);
        expect(written).toEqual(rules);
        expect((await ranIn(folder, check)).status).toBe(0);
        const tested = await ranIn(folder, testCommand, "--mutate");
        expect(tested.out).toMatch(/^[234] held, 0 failed/m);
        expect(tested.out).not.toMatch(/did not notice|no case shows it met/);
        expect(tested.status).toBe(0);
      }),
  );

  test("writes over nothing that is there, unless it is told to", () =>
    inFolder({ ...two, "policies/gate.test.yaml": "tests: []\n" }, async (folder) => {
      const { status, problems } = await ranIn(folder, init);
      expect([status, problems.length]).toEqual([3, 1]);
      expect(problems[0]).toContain("policies/gate.test.yaml is there already");
      expect(readdirSync(folder).sort()).toEqual(["a", "b", "policies"]);
      expect((await ranIn(folder, init, "--force")).status).toBe(0);
      expect(readIn(folder, "policies/gate.test.yaml")).toContain("just meets every rule");
    }));

  test("looks at the folder that it is given, and writes there", () =>
    inFolder({ "services/x/README.md": card, "other/README.md": card }, async (folder) => {
      const { out } = await ranIn(folder, init, "services");
      expect(out).toContain("wrote services/referee.yaml\n");
      expect(readIn(folder, "services/referee.yaml")).toContain('name: "x", path: "x", stage: production');
    }));

  test.each<[title: string, files: Files, models: readonly object[]]>([
    [
      "the repository, where no card calls a folder one",
      { "reports/metrics.json": '{"accuracy": 0.81, "recall": 0.7}', "README.md": "# Churn\n" },
      [{ path: ".", stage: "production" }],
    ],
    [
      "each project, where each has its own results",
      { "churn/results/metrics.json": '{"recall": 0.7}', "price/eval/metrics.json": '{"rmse": 3.1}' },
      [
        { name: "churn", path: "churn" },
        { name: "price", path: "price" },
      ],
    ],
    [
      "the repository, where experiments have them",
      { "experiments/one/metrics.json": '{"recall": 0.7}', "experiments/two/metrics.json": '{"recall": 0.8}' },
      [{ path: ".", stage: "production" }],
    ],
  ])("makes a model of %s", async (_, files, models) => {
    expect(await modelsFor(files)).toMatchObject(models);
  });

  test("judges by what it wrote where no card calls a folder a model, and check says before that it is the next step", () =>
    inFolder({ "reports/metrics.json": '{"accuracy": 0.81}', "params.yaml": "seed: 3\n" }, async (folder) => {
      const before = await ranIn(folder, check);
      expect(before.status).toBe(2);
      expect(before.out.trim().split("\n").at(-1)).toMatch(/^Next {3}model-referee init/);
      expect(before.out).toContain("Not judged: reports/metrics.json, params.yaml");
      expect((await ranIn(folder, init)).status).toBe(0);
      const { status, out } = await ranIn(folder, check);
      expect([status, out]).toEqual([0, expect.stringContaining("accuracy-floor")]);
    }));

  const run = (id: string, ended: number, recall: number, status = 3): Files => ({
    [`mlruns/4/${id}/meta.yaml`]: `artifact_uri: ./mlruns/4/${id}/artifacts\nend_time: ${ended}\nexperiment_id: '4'\nlifecycle_stage: active\nrun_id: ${id}\nrun_name: r\nstart_time: 1700000000000\nstatus: ${status}\n`,
    [`mlruns/4/${id}/metrics/recall`]: `1700000000500 ${recall} 0\n`,
  });
  const several = { ...run("aaa1", 1_700_000_001_000, 0.6), ...run("bbb2", 1_700_000_002_000, 0.8) };

  test("names the newest run that finished where several state results, and bounds its numbers", () =>
    inFolder({ "README.md": card, ...several, ...run("ccc3", 1_700_000_003_000, 0.9, 4) }, async (folder) => {
      expect((await ranIn(folder, init)).problems).toEqual([]);
      expect(readIn(folder, "referee.yaml")).toContain('run: "bbb2"');
      expect(readIn(folder, "policies/gate.yaml")).toContain("recall-floor: { metric: recall, at-least: 0.8 }");
    }));

  test("keeps errors of estimates below a ceiling, in two digits above the worst, and its tests hold", () =>
    inFolder(
      { "README.md": card, "metrics.json": '{"rmse": 4127.3, "mae": 0.0412, "r2": 0.873, "latency_ms": 12}' },
      async (folder) => {
        expect((await ranIn(folder, init)).problems).toEqual([]);
        const policy = readIn(folder, "policies/gate.yaml");
        expect(policy).toContain("rmse-ceiling: { metric: rmse, at-most: 4200 }");
        expect(policy).toContain("mae-ceiling: { metric: mae, at-most: 0.042 }");
        expect(policy).toContain("r2-floor: { metric: r2, at-least: 0.86 }");
        expect(policy).not.toContain("latency");
        expect((await ranIn(folder, testCommand, "policies/gate.test.yaml")).status).toBe(0);
        expect((await ranIn(folder, check)).status).toBe(0);
      },
    ));

  test("names no run where the packaged model names its own", async () => {
    const mlmodel = "flavors:\n  sklearn: { sklearn_version: 1.5.0 }\nrun_id: aaa1\n";
    expect(await modelsFor({ "README.md": card, MLmodel: mlmodel, ...several })).toEqual([
      expect.not.objectContaining({ run: expect.anything() }),
    ]);
  });

  test("says so where there is no model", async () => {
    const { status, problems } = await ran({ "main.py": "" }, init);
    expect([status, problems.join()]).toEqual([3, expect.stringContaining("no model was found")]);
  });
});

describe("init says of each model", () => {
  const staged = (stage: object): string => facts({ kind: "model", name: "x", ...stage });

  test.each<[title: string, files: Files, models: readonly object[]]>([
    ["that a lone one serves", { "m/README.md": card }, [{ name: "m", path: "m", stage: "production" }]],
    [
      "no stage where nothing tells",
      two,
      [
        { name: "a", path: "a" },
        { name: "b", path: "b" },
      ],
    ],
    [
      "the stage that a registry states",
      { "a/m.facts.jsonl": staged({ stage: "Staging" }), "b/m.facts.jsonl": staged({ aliases: ["champion"] }) },
      [
        { name: "a", path: "a", stage: "staging" },
        { name: "b", path: "b", stage: "production" },
      ],
    ],
    [
      "the one beside it that serves, where both state a metric",
      {
        "x/fraud-champion/own.facts.jsonl": facts(measurement("recall", 0.8)),
        "x/fraud-challenger/own.facts.jsonl": facts(measurement("recall", 0.8)),
        "x/churn-challenger/own.facts.jsonl": facts(measurement("f1", 0.8)),
        "y/other-challenger/own.facts.jsonl": facts(measurement("recall", 0.8)),
      },
      [
        { name: "churn-challenger", path: "x/churn-challenger", stage: "staging" },
        { name: "fraud-challenger", path: "x/fraud-challenger", stage: "staging", champion: "fraud-champion" },
        { name: "fraud-champion", path: "x/fraud-champion", stage: "production", champion: "fraud-champion" },
        { name: "other-challenger", path: "y/other-challenger", stage: "staging" },
      ],
    ],
    [
      "no champion where two serve",
      {
        "a-prod/own.facts.jsonl": facts(measurement("recall", 0.8)),
        "b-prod/own.facts.jsonl": facts(measurement("recall", 0.8)),
        "c-next/own.facts.jsonl": facts(measurement("recall", 0.8)),
      },
      [
        { name: "a-prod", path: "a-prod", stage: "production" },
        { name: "b-prod", path: "b-prod", stage: "production" },
        { name: "c-next", path: "c-next", stage: "staging" },
      ],
    ],
    [
      "the owner that CODEOWNERS has of its folder",
      { "m/README.md": card, "n/README.md": card, ".github/CODEOWNERS": "*.md @docs\n/m/ @acme/fraud @lee\n" },
      [
        { name: "m", path: "m", owner: "@acme/fraud" },
        { name: "n", path: "n", owner: "@docs" },
      ],
    ],
    [
      "nothing that its name only seems to say",
      { "products/README.md": card, "devices/README.md": card },
      [
        { name: "devices", path: "devices" },
        { name: "products", path: "products" },
      ],
    ],
  ])("%s", async (_title, files, models) => expect(await modelsFor(files)).toEqual(models));

  test("nothing where there are very many: folders tell", async () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`m${index}/README.md`, card]));
    expect(await modelsFor(many)).toBeUndefined();
  });

  test("the comparison with the champion allows what is lost today, and no more than a hundredth where nothing is", async () => {
    const files = (recall: number): Files => ({
      "a-champion/own.facts.jsonl": facts(measurement("recall", 0.84, { unit: "proportion" })),
      "a-challenger/own.facts.jsonl": facts(measurement("recall", recall, { unit: "proportion" })),
    });
    expect(await rulesFor(files(0.815))).toContain("against: champion, may-lose: 0.03 }");
    expect(await rulesFor(files(0.9))).toContain("against: champion, may-lose: 0.01 }");
  });
});

describe("what init writes, in an editor with a language server for YAML", { timeout: 60_000 }, () => {
  test.each<[path: string, key: string, hover: readonly [line: number, character: number, text: string]]>([
    ["referee.yaml", "waivers", [2, 2, "packs such as referee:baseline"]],
    ["policies/gate.yaml", "confidence", [3, 3, "takes over"]],
    ["policies/gate.test.yaml", "policy", [1, 2, "the cases"]],
  ])("%s completes and explains by the schema that its very first line names", (path, key, [line, character, text]) =>
    inFolder(two, async (folder) => {
      await ranIn(folder, init);
      const written = readIn(folder, path);
      expect(written.split("\n")[0]).toMatch(
        /^# yaml-language-server: \$schema=(?:\.\.\/)?\.model-referee\/schema\/[\w-]+\.schema\.json$/,
      );
      await inEditor(pathToFileURL(join(folder, path)).href, written, async (editor) => {
        expect(await editor.diagnostics()).toEqual([]);
        expect(await editor.completions(written.split("\n").length - 1, 0)).toContain(key);
        expect(await editor.hover(line, character)).toContain(text);
      });
    }),
  );

  test("nothing below the folder of the schemas is taken for evidence", () =>
    inFolder({ MLmodel: "flavors: {}\nmodel_uuid: a\n" }, async (folder) => {
      await ranIn(folder, init);
      const { out } = await ranIn(folder, check, "--format", "json");
      expect(out).not.toContain("schema.json");
    }));
});

test("schema --output renews the schemas that init wrote, to the byte", () =>
  inFolder(two, async (folder) => {
    await ranIn(folder, init);
    const names = readdirSync(join(folder, ".model-referee/schema"));
    expect(names.sort()).toEqual(
      ["policy-test", "policy", "referee", "waivers"].map((name) => `${name}.schema.json`).sort(),
    );
    expect((await ranIn(folder, schema, "--output", "again")).status).toBe(0);
    const differing = names.filter(
      (name) => readIn(folder, `again/${name}`) !== readIn(folder, `.model-referee/schema/${name}`),
    );
    expect(differing).toEqual([]);
    expect((await ranIn(folder, schema, "policy", "--output", "again")).status).toBe(3);
  }));
