import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fullDisk } from "../commands/world.js";
import { systemWriter, writeAllWhole, writeWhole, type Content } from "../../src/world/whole-file.js";

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

  test("or not at all where the disk is full half way: what stood there stays, and no part of it is left", () => {
    const path = join(folder, "report.txt");
    writeFileSync(path, "kept");
    expect(writeWhole(path, "a report that does not fit", fullDisk)).toBe("ENOSPC");
    expect(readFileSync(path, "utf8")).toBe("kept");
    expect(readdirSync(folder)).toEqual(["report.txt"]);
  });

  test("of content in parts nothing is left either, where making a part fails", () => {
    const path = join(folder, "report.txt");
    writeFileSync(path, "kept");
    function* parts(): Generator<string> {
      yield "first";
      throw new Error("no more");
    }
    expect(writeWhole(path, parts())).toBe("unknown");
    expect(readFileSync(path, "utf8")).toBe("kept");
    expect(readdirSync(folder)).toEqual(["report.txt"]);
  });

  test("and content in parts is written as one text", () => {
    const path = join(folder, "report.txt");
    expect(writeWhole(path, ["über ", "", "🙂 zwei"])).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("über 🙂 zwei");
  });

  test("and of several none, where the last does not fit", () => {
    const writer = {
      ...systemWriter,
      write: (path: string, content: Content) => void (/two/.test(path) ? fullDisk : systemWriter).write(path, content),
    };
    const files = ["one.txt", "two.txt"].map((name) => ({ path: join(folder, name), content: "whole, and long" }));
    expect(writeAllWhole(files, writer)).toBe("ENOSPC");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("or not at all where it cannot even be taken away again", () => {
    const stuck = {
      ...fullDisk,
      remove: () => {
        throw new Error("input/output error");
      },
    };
    expect(writeWhole(join(folder, "report.txt"), "a report that does not fit", stuck)).toBe("ENOSPC");
  });
});
