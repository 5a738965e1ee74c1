import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { dossier } from "../../src/commands/dossier.js";
import { history } from "../../src/commands/history.js";
import { facts, measurement } from "../judge/judged.js";
import { folderWith, type Folder } from "./world.js";

const waiver =
  '- { rule: gate/floor, model: m, reason: being mended, owner: "@acme/kim", approved-by: "@acme/risk", ticket: RISK-7, expires: 2026-12-31 }\n';
const configured = (stage: string): string =>
  `policies: [gate.yaml]\nwaivers: [waivers.yaml]\nmodels: [{ name: m, path: m, stage: ${stage}, owner: "@acme/fraud" }]\n`;
const files = {
  "referee.yaml": configured("staging"),
  "waivers.yaml": "[]\n",
  "gate.yaml": "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80%, references: ['EU AI Act: Art. 15'] }\n",
  "m/README.md":
    "---\nlicense: mit\n---\n# m\n\n## Intended use\nScores payments for <b>review</b>.\n\n## Limitations\n[More Information Needed]\n",
  "m/evidence.facts.jsonl": facts(measurement("recall", 0.7, { n: 200, trials: 90 })),
};

let folder: Folder;
beforeEach(() => {
  folder = folderWith(files);
});
afterEach(() => folder.remove());

async function reportOf(name: string, now: string): Promise<void> {
  folder.write(`reports/${name}.json`, (await folder.run(check, "--format", "json", "--now", now)).out);
}

describe("history over reports", () => {
  beforeEach(async () => {
    await reportOf("1", "2026-01-01T00:00:00Z");
    await reportOf("2", "2026-02-01T00:00:00Z");
    folder.write("waivers.yaml", waiver);
    await reportOf("3", "2026-10-01T00:00:00Z");
    folder.write("waivers.yaml", "[]\n");
    folder.write("m/evidence.facts.jsonl", facts(measurement("recall", 0.9)));
    folder.write("referee.yaml", configured("production"));
    await reportOf("4", "2026-11-01T00:00:00Z");
  });

  test("tells decisions and stages, since when", async () => {
    const { out } = await folder.run(history, "reports", "--csv");
    expect(out.split("\r\n").slice(1, -1)).toEqual([
      "m,,staging,block,2026-01-01,2026-02-01,",
      "m,,staging,pass,2026-10-01,2026-10-01,",
      "m,,production,pass,2026-11-01,2026-11-01,",
    ]);
  });

  test("keeps a register of findings: opened, waived with owner, ticket and due date, closed", async () => {
    const until = async (...names: readonly string[]): Promise<string> =>
      (await folder.run(history, ...names.map((name) => `reports/${name}.json`), "--findings", "--csv")).out.split(
        "\r\n",
      )[1] ?? "";
    expect(await until("1", "2")).toMatch(/^open,m,gate\/floor,recall,not-met,.*@acme\/fraud.*,,,2026-01-01,,/);
    expect(await until("1", "2", "3")).toMatch(
      /^waived,m,gate\/floor,recall,not-met,.*@acme\/kim.*,RISK-7,2026-12-31,2026-01-01,,/,
    );
    expect(await until("4", "1", "3")).toMatch(/^closed,m,gate\/floor,.*,2026-01-01,2026-11-01,/);
  });

  test("keeps ticket and due date of a waiver that has ended: the finding is open again, and overdue", async () => {
    folder.write("waivers.yaml", waiver);
    folder.write("m/evidence.facts.jsonl", facts(measurement("recall", 0.7, { n: 200, trials: 90 })));
    await reportOf("5", "2027-02-01T00:00:00Z");
    const { out } = await folder.run(history, "reports/5.json", "--findings", "--csv");
    expect(out).toMatch(/^open,m,gate\/floor,recall,not-met,.*@acme\/kim.*,RISK-7,2026-12-31,2027-02-01,,/m);
  });

  test("without any report or stage says so", async () => {
    expect(await folder.run(history, "--model", "nobody")).toMatchObject({ status: 3 });
  });
});

test("history from git tells when the configuration gave a model its stage, and by which commit", async () => {
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=kim", "-c", "user.email=kim@acme.example", ...args], {
      cwd: folder.path,
      env: { ...process.env, GIT_COMMITTER_DATE: "2026-03-01T00:00:00Z", GIT_AUTHOR_DATE: "2026-03-01T00:00:00Z" },
    });
  };
  git("init", "-q", ".");
  git("add", ".");
  git("commit", "-q", "-m", "first");
  folder.write("referee.yaml", configured("production"));
  git("commit", "-q", "-a", "-m", "promoted");
  const { out } = await folder.run(history);
  expect(out).toMatch(/^m +– +staging +– +2026-03-01 +– +kim@acme\.example \([0-9a-f]{7}\)$/m);
  expect(out).toMatch(/^m +– +production +– +2026-03-01/m);
});

describe("a dossier", () => {
  test("quotes the card, tells the numbers, names clauses, and marks each gap", async () => {
    const { out, status } = await folder.run(dossier, "m", "--now", "2026-11-01T00:00:00Z");
    expect(status).toBe(0);
    expect(out).toContain("claims no conformity with anything");
    expect(out).toContain("> Scores payments for \\<b\\>review\\</b\\>.");
    expect(out).toMatch(/\*\*Gap:\*\* “Limitations” is still the template's text/);
    expect(out).toMatch(
      /## \d+\. Monitoring after release\n\n> \*\*Gap:\*\* neither card nor evidence says anything here\./,
    );
    expect(out).toMatch(/\| Recall \| 0\.700 \| 0\.\d+ to 0\.\d+ \| 90 \| at least 0\.8 \| not met \|/);
    expect(out).toMatch(/\| EU AI Act: Art\. 15 \| \*\*fails\*\* \|/);
  });

  test("of a model that is not there names the nearest", async () => {
    expect(await folder.run(dossier, "mm")).toMatchObject({
      status: 3,
      err: expect.stringMatching(/did you mean m\?/),
    });
  });
});
