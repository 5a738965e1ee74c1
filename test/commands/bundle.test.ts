import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Manifest } from "../../src/bundle/manifest.js";
import { filesOfTar, tarParts } from "../../src/bundle/tar.js";
import { bundle } from "../../src/commands/bundle.js";
import { check } from "../../src/commands/check.js";
import { verify } from "../../src/commands/verify.js";
import { sha256 } from "../attestation/signing.js";
import { facts, measurement } from "../judge/judged.js";
import { folderWith, type Folder } from "./world.js";

const files = {
  "repository/referee.yaml": "policies: [rules/gate.yaml]\nwaivers: [waivers.yaml]\n",
  "repository/rules/gate.yaml":
    "policy: gate\nextends: [common.yaml]\nrules:\n  floor: { metric: recall, at-least: 80% }\n",
  "repository/rules/common.yaml": "policy: common\nrules:\n  fresh: { metric: accuracy, at-least: 50% }\n",
  "repository/waivers.yaml":
    '- { rule: gate/fresh, model: m, reason: legal is asked, owner: "@acme/fraud", approved-by: "@acme/legal", expires: 2026-12-31 }\n',
  "repository/m/evidence.facts.jsonl": facts(measurement("recall", 0.9)),
  "repository/m/large.facts.jsonl": facts(measurement("f1", 0.5, { dataset: "x".repeat(5000) })),
};

let folder: Folder;
beforeEach(async () => {
  folder = folderWith(files);
  const { out } = await folder.run(check, "repository", "--format", "json", "--now", "2026-11-20T00:00:00Z");
  folder.write("report.json", out);
});
afterEach(() => folder.remove());

const pack = (...more: readonly string[]) =>
  folder.run(bundle, "report.json", "--root", "repository", "--output", "audit.tar", ...more);

const archived = (): Map<string, Uint8Array> => {
  const read = filesOfTar(readFileSync(join(folder.path, "audit.tar")));
  return new Map(read.kind === "files" ? read.files.map(({ path, bytes }) => [path, bytes]) : []);
};

/** The archive with one file exchanged, added or taken out. */
function repacked(change: (byPath: Map<string, Uint8Array>) => void): void {
  const byPath = archived();
  change(byPath);
  folder.write("audit.tar", Buffer.concat(tarParts([...byPath].map(([path, bytes]) => ({ path, bytes })))));
}

describe("an audit bundle", () => {
  test("verifies by itself, once the repository is gone", async () => {
    expect((await pack()).status).toBe(0);
    folder.write("repository/m/evidence.facts.jsonl", facts(measurement("recall", 0.1)));
    expect((await folder.run(verify, "audit.tar")).out).toMatch(/^The same: pass/);
  });

  test("holds the report, the page, the evidence, and every file that judged", async () => {
    await pack();
    expect([...archived().keys()]).toEqual([
      "evidence/m/evidence.facts.jsonl",
      "evidence/m/large.facts.jsonl",
      "judging/referee.yaml",
      "judging/rules/common.yaml",
      "judging/rules/gate.yaml",
      "judging/waivers.yaml",
      "manifest.json",
      "report.html",
      "report.json",
    ]);
  });

  test("is the same bytes each time", async () => {
    await pack();
    const first = readFileSync(join(folder.path, "audit.tar"));
    await pack();
    expect(readFileSync(join(folder.path, "audit.tar")).equals(first)).toBe(true);
  });

  test.each<[string, (byPath: Map<string, Uint8Array>) => void, RegExp]>([
    [
      "evidence",
      (all) => all.set("evidence/m/evidence.facts.jsonl", Buffer.from("{}")),
      /^evidence {6}evidence\/m\/evidence\.facts\.jsonl is not the file that the manifest names/m,
    ],
    [
      "a policy",
      (all) => all.set("judging/rules/gate.yaml", Buffer.from("policy: gate\n")),
      /^policy {8}judging\/rules\/gate\.yaml is not the file/m,
    ],
    ["a file that is gone", (all) => all.delete("evidence/m/evidence.facts.jsonl"), /is not in the archive/],
    [
      "a file that was added",
      (all) => all.set("evidence/m/more.json", Buffer.from("{}")),
      /the manifest does not name it/,
    ],
    [
      "the report",
      (all) =>
        all.set(
          "report.json",
          Buffer.from(
            Buffer.from(all.get("report.json") ?? [])
              .toString()
              .replace('"decision": "pass"', '"decision": "warn"'),
          ),
        ),
      /report\.json is not the file/,
    ],
  ])("tells what was edited in it: %s", async (_, change, expected) => {
    await pack();
    repacked(change);
    const { status, out } = await folder.run(verify, "audit.tar");
    expect(out).toMatch(expected);
    expect(status).toBe(1);
  });

  /** The manifest with the digests of the files as they are now: what somebody would write who edits both. */
  const withManifest = (change: (manifest: Manifest) => object): void =>
    repacked((all) => {
      const manifest: Manifest = JSON.parse(Buffer.from(all.get("manifest.json") ?? []).toString());
      all.set("manifest.json", Buffer.from(JSON.stringify({ ...manifest, ...change(manifest) })));
    });
  const digestOfManifest = (): string => sha256(archived().get("manifest.json") ?? "");

  test("is bound by the digest of its manifest, which a statement that is ready to be signed names", async () => {
    expect((await pack()).out).toContain(`manifest sha256:${digestOfManifest()}; statement to sign: audit.intoto.json`);
    const statement = JSON.parse(readFileSync(join(folder.path, "audit.intoto.json"), "utf8"));
    expect(statement).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      subject: [
        { name: "audit.tar", digest: { sha256: sha256(readFileSync(join(folder.path, "audit.tar"))) } },
        { name: "manifest.json", digest: { sha256: digestOfManifest() } },
      ],
      predicate: { result: "PASSED" },
    });
    expect(await folder.run(verify, "audit.tar", "--manifest", `sha256:${digestOfManifest()}`)).toMatchObject({
      status: 0,
    });
  });

  test.each<[string, () => void]>([
    ["what git said", () => withManifest(({ history }) => ({ history: { ...history, cut_off: "edited" } }))],
    [
      "the page, with its digest",
      () => {
        repacked((all) => all.set("report.html", Buffer.from("<p>everything is well</p>")));
        const digest = `sha256:${sha256("<p>everything is well</p>")}`;
        withManifest(({ files: listed }) => ({
          files: listed.map((file) => (file.path === "report.html" ? { ...file, digest } : file)),
        }));
      },
    ],
  ])("tells by that digest what was edited together with the manifest: %s", async (_, edit) => {
    await pack();
    const signed = `sha256:${digestOfManifest()}`;
    edit();
    const { status, out } = await folder.run(verify, "audit.tar", "--manifest", signed);
    expect(out).toMatch(/^bundle {8}manifest\.json is not the one that was asked for: sha256:/m);
    expect(status).toBe(1);
  });

  test("whose evidence was edited together with the manifest is told by the report", async () => {
    await pack();
    const edited = facts(measurement("recall", 0.95));
    repacked((all) => all.set("evidence/m/evidence.facts.jsonl", Buffer.from(edited)));
    withManifest(({ files: listed }) => ({
      files: listed.map((file) =>
        file.path.endsWith("evidence.facts.jsonl") ? { ...file, digest: `sha256:${sha256(edited)}` } : file,
      ),
    }));
    expect((await folder.run(verify, "audit.tar")).out).toMatch(
      /^evidence {6}m\/evidence\.facts\.jsonl is not the same file/m,
    );
  });

  test.each([
    ["audit.tar", "abc", /--manifest abc is no SHA-256 digest/],
    ["report.json", "a".repeat(64), /--manifest is for audit bundles/],
  ])("a digest asked of %s: %s", async (path, digest, expected) => {
    await pack();
    expect(await folder.run(verify, path, "--manifest", digest)).toMatchObject({
      status: 3,
      err: expect.stringMatching(expected),
    });
  });

  test("keeps large files by their digest alone, and says that nothing was evaluated again", async () => {
    expect((await pack("--largest", "1000")).out).toMatch(/1 by digest alone/);
    expect([...archived().keys()]).not.toContain("evidence/m/large.facts.jsonl");
    expect((await folder.run(verify, "audit.tar")).out).toMatch(
      /^Every file is as it was packed\. 1 are kept by digest alone, so that nothing was evaluated again\.\n/,
    );
  });

  test("is not made of a report that no longer holds", async () => {
    folder.write("repository/m/evidence.facts.jsonl", facts(measurement("recall", 0.1)));
    expect(await pack()).toMatchObject({
      status: 3,
      err: expect.stringMatching(/the report does not hold: .*evidence\.facts\.jsonl/),
    });
    expect(existsSync(join(folder.path, "audit.tar"))).toBe(false);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 3000), /cut short/],
    ["none", () => Buffer.from("x".repeat(2000)), /damaged, or is none/],
    ["damaged", (bytes: Buffer) => Buffer.concat([Buffer.from("X"), bytes.subarray(1)]), /damaged, or is none/],
  ])("that is %s is refused", async (_, spoil, expected) => {
    await pack();
    const bytes = spoil(readFileSync(join(folder.path, "audit.tar")));
    folder.write("audit.tar", bytes);
    expect(await folder.run(verify, "audit.tar")).toMatchObject({ status: 3, err: expect.stringMatching(expected) });
  });

  test.skipIf(!existsSync("/dev/full"))("on a full disk leaves nothing half written, and says why", async () => {
    symlinkSync("/dev/full", join(folder.path, "audit.tar.part"));
    expect(await pack()).toMatchObject({ status: 3, err: expect.stringMatching(/cannot be written .*ENOSPC/) });
    expect(existsSync(join(folder.path, "audit.tar"))).toBe(false);
    expect(existsSync(join(folder.path, "audit.tar.part"))).toBe(false);
  });
});

test.skipIf(!existsSync("/dev/full"))("a report on a full disk is written whole or not at all", async () => {
  folder.write("out/kept.txt", "");
  symlinkSync("/dev/full", join(folder.path, "out/report.json.part"));
  const { status, err } = await folder.run(check, "repository", "--output", "out", "--now", "2026-11-20T00:00:00Z");
  expect(err).toMatch(/could not be written to .*\(ENOSPC\)/);
  expect(status).toBe(3);
  expect(existsSync(join(folder.path, "out/report.json"))).toBe(false);
});
