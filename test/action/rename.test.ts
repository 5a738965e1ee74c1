import { describe, expect, test } from "vitest";
import { acted } from "./acted.js";
import { fact, sound } from "./stage.js";

const low = fact("recall", 0.5);
const waiver =
  "- { rule: gate/recall-floor, model: fraud, reason: r, owner: kim, expires: 2026-12-01, approved-by: lee }\n";

describe("a model whose folder is renamed, where git shows it", () => {
  test("keeps its waivers", async () => {
    const base = { ...sound, "models/fraud/run.facts.jsonl": low, "policies/waivers.yaml": waiver };
    const moved = { "models/fraud": null, "models/payments/fraud-v2/run.facts.jsonl": low };
    const { status, outputs } = await acted({ base, change: moved });
    expect([status, outputs["decision"]]).toEqual([0, "pass"]);
    const without = await acted({ base: { ...base, "policies/waivers.yaml": "[]\n" }, change: moved });
    expect(without.outputs["decision"]).toBe("warn");
  });

  test("keeps its champion", async () => {
    const rules = "policy: gate\nrules:\n  no-regression: { metric: recall, against: champion, may-lose: 1% }\n";
    const base = {
      ...sound,
      "policies/gate.yaml": rules,
      "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: fraud, path: models/fraud, champion: champion }]\n`,
      "models/champion/run.facts.jsonl": fact("recall", 0.9),
      "models/fraud/run.facts.jsonl": fact("recall", 0.9),
      "models/fraud/other.facts.jsonl": fact("precision", 0.5),
      "models/fraud/more.facts.jsonl": fact("f1", 0.5),
    };
    const change = {
      "models/fraud": null,
      "models/fraud-v2/run.facts.jsonl": fact("recall", 0.6),
      "models/fraud-v2/other.facts.jsonl": fact("precision", 0.5),
      "models/fraud-v2/more.facts.jsonl": fact("f1", 0.5),
    };
    const { status, comments } = await acted({ base, change });
    expect(status).toBe(1);
    expect(comments[0]).toContain("**fraud**");
    expect(comments[0]?.replaceAll("\\", "")).toContain("champion 0.9");
  });
});
