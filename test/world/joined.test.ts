import { describe, expect, test } from "vitest";
import { filesOf, joined, shadowed } from "../../src/world/joined.js";
import { memory } from "../../src/world/memory.js";

const tree = memory({ "models/fraud/README.md": "card", "referee.yaml": "policies: []" });
const results = memory({ "metrics.json": "{}", "drift/report.json": "[]" });

const text = (path: string, at = "models/fraud"): string => {
  const contents = joined(tree, [{ tree: results, at }]).read(path, 100);
  return contents.kind === "bytes" ? Buffer.from(contents.bytes).toString() : contents.kind;
};

describe("a tree with a folder from elsewhere", () => {
  test("lists both as one, in name order", () => {
    const whole = joined(tree, [{ tree: results, at: "models/fraud" }]);
    expect(whole.list("models/fraud").map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "README.md file",
      "drift folder",
      "metrics.json file",
    ]);
    expect(whole.list("models/fraud/drift").map(({ name }) => name)).toEqual(["report.json"]);
  });

  test("has the folders on the way to a place that the tree does not have", () => {
    const whole = joined(tree, [{ tree: results, at: "models/churn/run" }]);
    expect(whole.list("models").map(({ name }) => name)).toEqual(["churn", "fraud"]);
    expect(whole.list("models/churn").map(({ name }) => name)).toEqual(["run"]);
    expect(whole.list("mod")).toEqual([]);
  });

  test.each([
    ["its own files", "models/fraud/README.md", "models/fraud", "card"],
    ["the other's", "models/fraud/drift/report.json", "models/fraud", "[]"],
    ["the other's at the root", "metrics.json", "", "{}"],
    ["nothing where neither has any", "models/fraud/none.json", "models/fraud", "missing"],
    ["nothing outside of the place", "metrics.json", "models/fraud", "missing"],
  ])("reads %s", (_title, path, at, expected) => {
    expect(text(path, at)).toBe(expected);
  });

  test("tells what stands twice, since nobody could say which is meant", () => {
    const twice = { tree: memory({ "README.md": "another" }), at: "models/fraud" };
    expect(shadowed(tree, [{ tree: results, at: "models/fraud" }])).toEqual([]);
    expect(shadowed(tree, [twice])).toEqual(["models/fraud/README.md"]);
    expect(
      shadowed(tree, [
        { tree: results, at: "" },
        { tree: results, at: "" },
      ]),
    ).toEqual(["drift/report.json", "metrics.json"]);
    expect(filesOf(twice)).toEqual(["models/fraud/README.md"]);
  });
});
