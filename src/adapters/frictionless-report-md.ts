import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

interface Task {
  readonly line: number;
  valid: boolean | null;
  validLine: number;
  name: string | null;
  place: string | null;
  rows: number | null;
  rowsLine: number;
  sha256: string | null;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["True", true],
  ["False", false],
]);

/** Lines such as `- `valid` True`, indented below the task that they belong to. */
function tasksOf(text: string): readonly Task[] {
  const tasks: Task[] = [];
  text.split("\n").forEach((raw, index) => {
    const match = /^\s*- `(\w{1,40})`\s*(\S.*)?$/.exec(raw);
    const [, key, value = ""] = match ?? [];
    const line = index + 1;
    if (key === "task") {
      tasks.push({
        line,
        valid: null,
        validLine: line,
        name: null,
        place: null,
        rows: null,
        rowsLine: line,
        sha256: null,
      });
      return;
    }
    const task = tasks.at(-1);
    if (task === undefined) return;
    if (key === "valid") Object.assign(task, { valid: booleans.get(value.trim()) ?? null, validLine: line });
    else if (key === "name") task.name = value.trim();
    else if (key === "place") task.place = value.trim();
    else if (key === "stats") {
      const rows = /'rows': (\d{1,15})/.exec(value)?.[1];
      task.rows = rows === undefined ? null : Number(rows);
      task.rowsLine = line;
      task.sha256 = /'sha256': '([0-9a-f]{64})'/.exec(value)?.[1] ?? null;
    }
  });
  return tasks;
}

function taskStatements(task: Task): Statement[] {
  return [
    {
      kind: "check",
      name: task.name ?? task.place ?? "table",
      passed: task.valid === true && task.rows === 0 ? null : task.valid,
      suite: true,
      where: { line: task.validLine },
    },
    {
      kind: "dataset",
      name: task.name,
      location: task.place,
      rows: task.rows,
      digest: task.sha256 === null ? null : `sha256:${task.sha256}`,
      where: { line: task.rowsLine },
    },
  ];
}

/** The same report, printed as Markdown. */
export const frictionlessReportMd: Adapter = {
  id: "frictionless-report-md",
  title: "Frictionless validation report in Markdown",
  definedAt: "https://framework.frictionlessdata.io/docs/framework/report.html",
  versions: "5.x",
  reads: "The verdict on each table, and its rows, address and digest.",
  leaves: "Single errors.",
  syntax: ["front-matter"],
  gives: ["check", "dataset"],
  recognises: ({ text }) => /^## `report`\s*$/m.test(text.slice(0, 200)) && text.slice(0, 500).includes("- `valid`"),
  read: ({ text }) => tasksOf(text).flatMap(taskStatements),
};
