import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actOn } from "./acted.js";
import { fact, sound, stageOf } from "./stage.js";

const fleet = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [`models/m${index}/run.facts.jsonl`, fact("recall", 0.5 + index / 20)]),
);

/** A change that raises the bound for some and renames a metric: its effect is told of models in every part. */
const stricter = { "policies/gate.yaml": "policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: 85% }\n" };

test("what a change to the policies would do is told of all parts' models, as one run tells it", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [`models/m${index}/run.facts.jsonl`, fact("recall", 0.82)]),
  );
  const stage = await stageOf({ base: { ...sound, ...many }, change: stricter });
  try {
    const parts = join(stage.temporary, "parts");
    mkdirSync(parts);
    for (const index of [1, 2, 3]) {
      const part = await actOn(stage, { inputs: { shard: `${index}/3` } });
      cpSync(part.outputs["report-json"] ?? "", join(parts, `part-${index}.json`));
    }
    const merged = await actOn(stage, { inputs: { merge: parts } });
    const mergedReport = readFileSync(merged.outputs["report-json"] ?? "", "utf8");
    const whole = await actOn(stage, {});
    expect(mergedReport).toBe(readFileSync(whole.outputs["report-json"] ?? "", "utf8"));
    expect(mergedReport).toContain("Once merged, 4 more models would be decided otherwise.");
    expect(mergedReport.match(/would decide otherwise: m\d+ pass → block/g)).toHaveLength(10);
  } finally {
    await stage.close();
  }
});

test("a matrix of parts publishes nothing, and the job that merges them publishes what one run would", async () => {
  const stage = await stageOf({
    base: { ...sound, ...fleet },
    change: { "referee.yaml": `${String(sound["referee.yaml"])}# all\n` },
  });
  try {
    const parts = join(stage.temporary, "parts");
    mkdirSync(parts);
    for (const index of [1, 2, 3]) {
      const part = await actOn(stage, { inputs: { shard: `${index}/3` } });
      expect([part.status, part.comments, part.conclusions, part.summary]).toEqual([0, [], [], ""]);
      cpSync(part.outputs["report-json"] ?? "", join(parts, `part-${index}.json`));
    }
    const merged = await actOn(stage, { inputs: { merge: parts } });
    const mergedReport = readFileSync(merged.outputs["report-json"] ?? "", "utf8");
    const whole = await actOn(stage, { environment: () => ({ GITHUB_RUN_NUMBER: "13" }) });
    expect(mergedReport).toBe(readFileSync(whole.outputs["report-json"] ?? "", "utf8"));
    expect([merged.status, merged.comments.length]).toEqual([whole.status, 1]);
    expect(merged.conclusions).toEqual(whole.conclusions.slice(1));
    const missing = await actOn(stage, {
      inputs: { merge: parts },
      prepare: () => cpSync(join(parts, "part-1.json"), join(parts, "part-2.json")),
    });
    expect(missing.status).toBe(3);
    expect(missing.log).toContain("part 1 of 3 is there twice");
    expect(missing.log).toContain("of 3 parts 2 is missing");
    const both = await actOn(stage, { inputs: { merge: parts, shard: "1/3" } });
    expect(both.log).toContain("exclude one another");
  } finally {
    await stage.close();
  }
});
