import { describe, expect, test } from "vitest";
import { acted, type Play } from "./acted.js";
import { fact, sound } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };

describe("a change is judged by the base's policies", () => {
  test("and passes, blocks or stays undecided by its evidence", async () => {
    const passing = await acted({ change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) } });
    expect([passing.status, passing.conclusions]).toEqual([0, ["success"]]);
    const blocked = await acted({ change: worse });
    expect([blocked.status, blocked.conclusions]).toEqual([1, ["failure"]]);
    const undecided = await acted({ change: { "models/fraud/run.facts.jsonl": fact("precision", 0.9) } });
    expect([undecided.status, undecided.conclusions]).toEqual([2, ["failure"]]);
  });

  const softer = sound["policies/gate.yaml"]?.toString().replace("80%", "10%") ?? "";
  const waiver =
    "- { rule: gate/recall-floor, model: fraud, reason: r, owner: kim, ticket: T-1, expires: 2026-12-01, approved-by: kim }\n";
  test.each<[string, Play["change"]]>([
    ["lowers the bound", { "policies/gate.yaml": softer }],
    [
      "switches the rule off",
      { "policies/gate.yaml": "policy: gate\nrules:\n  other: { metric: auc, at-least: 1% }\n" },
    ],
    [
      "makes the policy a dry run",
      { "policies/gate.yaml": `${sound["policies/gate.yaml"]?.toString() ?? ""}then: note\n` },
    ],
    ["deletes the policy", { "policies/gate.yaml": null }],
    ["deletes the configuration", { "referee.yaml": null }],
    ["deletes everything that judges", { "referee.yaml": null, policies: null }],
    ["names another policy", { "referee.yaml": "policies: [mine.yaml]\n", "mine.yaml": softer }],
    ["names a pack that does not gate", { "referee.yaml": "policies: [referee:baseline]\n" }],
    ["puts a link in the policy's place", { "policies/gate.yaml": { link: "../mine.yaml" }, "mine.yaml": softer }],
    [
      "puts a link in the folder's place",
      { policies: { link: "other" }, "other/gate.yaml": softer, "other/waivers.yaml": "[]" },
    ],
    ["waives itself", { "policies/waivers.yaml": waiver }],
    ["ignores its evidence", { "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}ignore: ["models/**"]\n` }],
    [
      "calls the model archived",
      {
        "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: fraud, path: models/fraud, stage: archived }]\n`,
      },
    ],
    [
      "calls its evidence the baseline's",
      {
        "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}evidence: [{ files: "models/**", role: baseline }]\n`,
      },
    ],
    ["breaks the configuration", { "referee.yaml": "policies: [" }],
    ["puts a configuration nearer to the model", { "models/fraud/referee.yaml": "policies: [referee:baseline]\n" }],
  ])("one that %s blocks as before, and it is said", async (_, change) => {
    const { status, comments, log } = await acted({ change: { ...worse, ...change } });
    expect([status, comments.length]).toEqual([1, 1]);
    expect(comments[0]).toContain("The change edits");
    expect(log).toContain("The change edits");
  });

  test("a policy of the inputs is looked up in the base", async () => {
    const { status } = await acted({
      base: { "models/fraud/run.facts.jsonl": fact("recall", 0.9), "ci/gate.yaml": sound["policies/gate.yaml"] ?? "" },
      change: { ...worse, "ci/gate.yaml": softer },
      inputs: { policy: "ci/gate.yaml" },
    });
    expect(status).toBe(1);
  });

  test.each([
    ["a policy", { policy: "mine.yaml" }],
    ["a configuration", { config: "mine.yaml" }],
  ])("%s that only the change has is refused where the base has its own", async (_, inputs) => {
    const { status, log, comments } = await acted({ change: { ...worse, "mine.yaml": softer }, inputs });
    expect([status, comments.length]).toEqual([3, 0]);
    expect(log).toMatch(/^::error title=model-referee::.*mine\.yaml/m);
  });

  test("a policy that the change alone has judges nothing where the base has others, and what to do is said", async () => {
    const change = { ...worse, "policies/soft.yaml": "policy: soft\nrules:\n  a: { metric: recall, at-least: 1% }\n" };
    for (const policy of ["policies/soft.yaml", "policies/gate.yaml, policies/soft.yaml"]) {
      const { status, log, outputs } = await acted({ change, inputs: { policy } });
      expect([status, outputs["decision"]]).toEqual([3, undefined]);
      expect(
        log.split("\n").filter((line) => line.includes("the change brings the policy policies/soft.yaml")),
      ).toHaveLength(1);
      expect(log).toMatch(
        policy.includes(",") ? /name `policy: policies\/gate\.yaml`/ : /take the input `policy` away/,
      );
    }
  });

  test("one that edits a workflow is judged, and it is said", async () => {
    const { status, comments } = await acted({ change: { ".github/workflows/gate.yaml": "on: push\n" } });
    expect(status).toBe(0);
    expect(comments[0]).toContain("ruleset");
  });

  test("policies that could not judge once merged are told now", async () => {
    const { status, comments } = await acted({
      change: { "policies/gate.yaml": "policy: gate\nrules:\n  x: { metrik: recall }\n" },
    });
    expect(status).toBe(0);
    expect(comments[0]).toContain("cannot judge once it is merged");
  });
});

describe("the first change that brings policies", () => {
  const models = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
  const policies = {
    "referee.yaml": "policies: [policies/gate.yaml]\n",
    "policies/gate.yaml": sound["policies/gate.yaml"] ?? "",
  };

  test("is judged by its own, and it is said", async () => {
    const { status, comments } = await acted({ base: models, change: { ...policies, ...worse } });
    expect([status, comments.length]).toEqual([0, 1]);
    expect(comments[0]).toContain("this first time the change's own judge it");
  });

  test("blocks what it brings itself", async () => {
    const { status } = await acted({ base: { "a.txt": "" }, change: { ...policies, ...worse } });
    expect(status).toBe(1);
  });

  test("named by the inputs works too", async () => {
    const { status } = await acted({
      base: { "a.txt": "" },
      change: { "ci/gate.yaml": policies["policies/gate.yaml"], ...worse },
      inputs: { policy: "ci/gate.yaml" },
    });
    expect(status).toBe(1);
  });
});

describe("what a change may add", () => {
  const policy =
    "policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: 80%, applies: { risk: [high] } }\n  named: { metric: recall, at-least: 1% }\n";
  const base = { ...sound, "policies/gate.yaml": policy };
  const more = `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: newcomer, path: models/other, risk: low, stage: development }]\n`;

  test("a new model, in the strictest class, whatever it says of itself", async () => {
    const change = { "referee.yaml": more, "models/other/run.facts.jsonl": fact("recall", 0.5) };
    const { status, comments } = await acted({ base, change });
    expect(status).toBe(1);
    expect(comments[0]).toContain("newcomer");
    expect(comments[0]).toContain("recall-floor");
  });

  test("a new model that nobody names is in the strictest class as well", async () => {
    const { status } = await acted({ base, change: { "models/other/run.facts.jsonl": fact("recall", 0.5) } });
    expect(status).toBe(1);
  });

  const mapping =
    'evidence: [{ files: "models/**/home.json", map: { kind: measurement, metric: recall, value: "$.r" } }]\n';
  const mapped = `${sound["referee.yaml"]?.toString() ?? ""}${mapping}`;

  test("a mapping of files that the base reads as nothing", async () => {
    const change = {
      "referee.yaml": mapped,
      "models/fraud/run.facts.jsonl": fact("precision", 0.9),
      "models/fraud/home.json": '{"r": 0.3, "note": "x"}',
    };
    const { status, comments } = await acted({ change });
    expect([status, comments[0]?.includes("0.3")]).toEqual([1, true]);
  });

  test("not a mapping of files that the base reads already", async () => {
    const grab = mapped.replace("home.json", "run.facts.jsonl").replace("$.r", "$.best");
    const change = { "referee.yaml": grab, "models/fraud/run.facts.jsonl": fact("recall", 0.5, { best: 0.99 }) };
    const { status, comments } = await acted({ change });
    expect(status).toBe(1);
    expect(comments[0]).toContain("Read as the base reads it");
  });
});

describe("what a change touches", () => {
  const two = { ...sound, "models/reco/run.facts.jsonl": fact("recall", 0.1) };

  test("is judged, and what it leaves alone is not", async () => {
    const { status, outputs } = await acted({ base: two, change: { "models/fraud/notes.md": "x\n" } });
    expect([status, outputs["models"]]).toEqual([0, "1"]);
  });

  test.each<[string, NonNullable<Play["change"]>, string]>([
    ["a model that the change leaves alone", { "docs/x.md": "x\n" }, "1"],
    ["beside one that it touches", { "models/fraud/notes.md": "x\n" }, "2"],
    ["where all are judged", { "policies/gate.yaml": `${sound["policies/gate.yaml"]?.toString() ?? ""}# x\n` }, "2"],
  ])("or what an earlier step has written, which git does not know yet: %s", async (_, change, models) => {
    const { status, outputs, comments } = await acted({
      base: two,
      change,
      prepare: ({ repository }) =>
        repository.write({ "models/reco/run.facts.jsonl": fact("recall", 0.1), "models/reco/new.facts.jsonl": "{" }),
    });
    expect([status, outputs["models"], outputs["decision"]]).toEqual([2, models, "undecided"]);
    expect(comments[0]).toContain("models/reco/new.facts.jsonl");
  });

  test("nothing of a model: it passes, with a check that says so", async () => {
    const { status, conclusions, comments } = await acted({ base: two, change: { "docs/x.md": "x\n" } });
    expect([status, conclusions]).toEqual([0, ["success"]]);
    expect(comments[0]).toContain("nothing to judge");
  });

  test("a policy: every model is judged", async () => {
    const softer = sound["policies/gate.yaml"]?.toString().replace("80%", "70%") ?? "";
    const { outputs } = await acted({ base: two, change: { "policies/gate.yaml": softer } });
    expect(outputs["models"]).toBe("2");
  });

  test("a model that it removes is missed", async () => {
    const { status, comments } = await acted({ base: two, change: { "models/fraud": null } });
    expect(status).toBe(2);
    expect(comments[0]).toContain("the change removes it");
  });

  test("a model that it moves is judged under its old name, policies, stage and champion", async () => {
    const configured = {
      ...two,
      "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: payments, path: models/fraud, risk: high }]\n`,
      "policies/gate.yaml":
        "policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: 80%, applies: { models: [payments], risk: [high] } }\n",
      "models/fraud/notes.md": "# Notes\n\nThree lines of them,\nso that git knows the file again.\n",
    };
    const evidence = sound["models/fraud/run.facts.jsonl"] ?? "";
    const moved = {
      "models/fraud": null,
      "models/risk/run.facts.jsonl": evidence,
      "models/risk/notes.md": configured["models/fraud/notes.md"],
    };
    const same = await acted({ base: configured, change: moved });
    expect([same.status, same.outputs["models"]]).toEqual([0, "1"]);
    expect(same.comments[0]).toContain("payments");
    const worseNow = {
      ...moved,
      "models/risk/run.facts.jsonl": `${evidence.toString().repeat(6)}${fact("recall", 0.5)}`,
    };
    const blocked = await acted({
      base: { ...configured, "models/fraud/run.facts.jsonl": evidence.toString().repeat(6) },
      change: worseNow,
    });
    expect(blocked.status).not.toBe(0);
    expect(blocked.comments[0]).toContain("payments");
  });

  test("a model that it moves and writes anew, so that git sees no rename, is missed", async () => {
    const { status, comments } = await acted({
      base: two,
      change: {
        "models/fraud": null,
        "models/risk/all-new.facts.jsonl": fact("precision", 0.1234, { dataset: "other", n: 99 }),
      },
    });
    expect(status).toBe(2);
    expect(comments[0]).toContain("the change removes it");
  });

  test("only what it did itself, although the base has gone on", async () => {
    const { status, outputs } = await acted({
      base: two,
      change: { "docs/x.md": "x\n" },
      prepare: ({ repository }) => {
        repository.git("checkout", "-q", "main");
        repository.commit({
          "models/later/run.facts.jsonl": fact("recall", 0.9),
          "models/reco/run.facts.jsonl": fact("recall", 0.2),
        });
        repository.git("checkout", "-q", "change");
      },
      payload: ({ repository, head }) => ({
        number: 7,
        pull_request: { number: 7, head: { sha: head }, base: { sha: repository.git("rev-parse", "main") } },
      }),
    });
    expect([status, outputs["models"]]).toEqual([0, "0"]);
  });

  test("on GitHub's merge commit, too, and the check stands on the head", async () => {
    const { status, stage } = await acted({
      change: worse,
      prepare: ({ repository }) => {
        repository.git("checkout", "-q", "--detach", "main");
        repository.git("merge", "-q", "--no-ff", "-m", "merge", "change");
      },
    });
    expect(status).toBe(1);
    expect(stage.fake.state.checkRuns.map(({ shape }) => shape.head_sha)).toEqual([stage.head]);
  });
});
