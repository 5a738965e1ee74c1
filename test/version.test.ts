import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { version } from "../src/version.js";

test("the tool's version is the package's", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version });
});

test("the lock names the package's version and no registry's address", () => {
  const lock = readFileSync("package-lock.json", "utf8");
  expect(JSON.parse(lock)).toMatchObject({ version });
  expect(lock).not.toContain('"resolved"');
});
