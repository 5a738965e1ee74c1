import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addOutput, inputOf } from "../../src/world/runner.js";

test.each([
  ["github-token", { "INPUT_GITHUB-TOKEN": " t " }, "t"],
  ["gate id", { INPUT_GATE_ID: "x" }, "x"],
  ["policy", {}, ""],
])("the input %s is read as the runner writes it", (name, environment, expected) => {
  expect(inputOf(environment, name)).toBe(expected);
});

test("an output is one output, whatever its text", () => {
  const folder = mkdtempSync(join(tmpdir(), "referee-output-"));
  const path = join(folder, "output");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      rmSync(path, { force: true });
      addOutput({ GITHUB_OUTPUT: path }, "decision", `${value}\nother<<x\ny\nx`);
      const written = readFileSync(path, "utf8");
      const mark = /^decision<<(ghadelimiter_[0-9a-f-]{36})\n/.exec(written)?.[1] ?? "";
      expect(written.endsWith(`\n${mark}\n`)).toBe(true);
      expect(written.split(mark)).toHaveLength(3);
    }),
    { numRuns: 50 },
  );
  rmSync(folder, { recursive: true });
});

test("without a file there is nowhere to write an output", () => {
  expect(addOutput({}, "decision", "pass")).toBe(false);
});
