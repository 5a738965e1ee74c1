import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli/", import.meta.url));

/** Loads every file of the bundle behind the first and looks at all that each hands on. */
const loadAll = `
  const { readdirSync } = require("node:fs");
  process.argv = [process.argv[0], "index.js", "--version"];
  require("./index.js");
  setImmediate(() => {
    const files = readdirSync(".").filter((name) => name.endsWith(".js") && name !== "index.js");
    for (const name of files)
      for (const [exported, value] of Object.entries(require("./" + name)))
        if (value === undefined) console.error(name + " hands on " + exported + ", which is nothing");
    console.log(files.length > 50 ? "many files" : "few files: " + files.length);
  });
`;

test("every file of the bundle finds what it takes from the others", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", loadAll], { cwd: cli, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n").at(-1)).toBe("many files");
});
