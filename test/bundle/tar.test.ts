import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attacks } from "../report/attacks.js";
import { filesOfTar, tarParts } from "../../src/bundle/tar.js";

/** What a file system takes as a name. */
const hostile = attacks
  .map((attack) => attack.replaceAll("/", "\u2215").replaceAll("\u0000", "").slice(0, 200))
  .filter((name) => name !== "" && !/\p{Cs}/u.test(name));

const path = fc
  .array(fc.oneof(fc.stringMatching(/^[a-zA-Z0-9äß_ .-]{1,40}$/u), fc.constantFrom(...hostile)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((segments) => segments.join("/"));

test("what is packed comes out again, in path order, whatever its names and bytes", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 2000 }) }), {
        selector: (one) => one.path,
        maxLength: 12,
      }),
      (files) => {
        const read = filesOfTar(Buffer.concat(tarParts(files)));
        const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
        expect(read.kind === "files" && read.files.map((one) => [one.path, [...one.bytes]])).toEqual(
          sorted.map((one) => [one.path, [...one.bytes]]),
        );
      },
    ),
  );
});

test("bytes of any sort are an archive or broken, and nothing throws", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(["files", "broken"]).toContain(filesOfTar(bytes).kind);
    }),
  );
});

test("the system's own tar reads it", () => {
  const folder = mkdtempSync(join(tmpdir(), "model-referee-tar-"));
  try {
    const long = `${"deep/".repeat(60)}ünïcode.json`;
    writeFileSync(
      join(folder, "a.tar"),
      Buffer.concat(
        tarParts([
          { path: long, bytes: Buffer.from("long") },
          { path: "b.txt", bytes: Buffer.from("short") },
        ]),
      ),
    );
    execFileSync("tar", ["-xf", "a.tar"], { cwd: folder });
    expect(readFileSync(join(folder, long), "utf8")).toBe("long");
    expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("short");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
