import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeWhole } from "../../src/world/whole-file.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "referee-whole-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a file is written whole", () => {
  test("in folders that are made for it, in place of what was there", () => {
    const path = join(folder, "a/b/report.txt");
    expect(writeWhole(path, "first")).toBeNull();
    expect(writeWhole(path, "second")).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(readdirSync(join(folder, "a/b"))).toEqual(["report.txt"]);
  });

  test("or not at all, and says why, where a file stands in the folder's place", () => {
    writeFileSync(join(folder, "taken"), "kept");
    expect(writeWhole(join(folder, "taken/report.txt"), "first")).toMatch(/^E(?:EXIST|NOTDIR)$/);
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("kept");
  });
});
