import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { csvCell } from "../report/escape.js";
import { printable } from "../report/paint.js";
import { register, timeline, type RegisterEntry, type Span } from "../report/timeline.js";
import { kindOnDisk } from "../world/disk.js";
import { treeOfCommit } from "./base-commit.js";
import type { Command, CommandWorld } from "./command.js";
import { reportFrom } from "./reports.js";
import { modelOption } from "./options.js";

export const history: Command = {
  id: "history",
  summary: "Shows what was decided of each model, in which stage it was and since when, from reports and from git.",
  usage: "[REPORT|DIR…] [--model NAME] [--findings] [--csv]",
  options: {
    model: modelOption("only this model"),
    findings: {
      type: "boolean",
      value: "",
      description: "the register of findings: open, waived and closed, with owner and due date",
    },
    csv: { type: "boolean", value: "", description: "as a table for spreadsheets" },
    root: {
      type: "string",
      value: "DIR",
      description: "the folder whose referee.yaml tells stages over time; the working directory by default",
    },
  },
  examples: [
    "model-referee history reports/",
    "model-referee history reports/ --findings --csv",
    "model-referee history --model fraud",
  ],

  run(args, world) {
    const reports = args.positionals.flatMap((path) => reportsAt(path, world));
    const only = args.texts("model");
    const chosen = ({ model }: { readonly model: string }): boolean => only.length === 0 || only.includes(model);
    const rows = args.flag("findings")
      ? [findingColumns, ...register(reports).filter(chosen).map(findingCells)]
      : [spanColumns, ...spansOf(reports, args.text("root"), world).filter(chosen).map(spanCells)];
    if (rows.length === 1) {
      throw new UsageError([
        problemAt(
          "usage",
          "there is nothing to show",
          "name reports, or a folder of them; git tells stages where referee.yaml names them",
        ),
      ]);
    }
    world.out.write(args.flag("csv") ? csvOf(rows) : tableOf(rows));
    return Promise.resolve(0);
  },
};

type Cells = readonly (string | number | null)[];

/** Every `report.json`, or other JSON report, at a path. @throws UsageError where one is none */
function reportsAt(path: string, world: CommandWorld): readonly Report[] {
  const absolute = resolve(world.folder, path);
  if (kindOnDisk(absolute) !== "folder") return [reportFrom(path, world.folder)];
  return readdirSync(absolute, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => reportFrom(join(path, name), world.folder));
}

interface GitSpan {
  readonly model: string;
  readonly stage: string;
  readonly since: string;
  readonly commit: string;
  readonly by: string;
}

type AnySpan = (Span & { readonly from: "report" }) | (GitSpan & { readonly from: "git" });

const spansOf = (reports: readonly Report[], root: string | undefined, world: CommandWorld): readonly AnySpan[] => [
  ...timeline(reports).map((span) => ({ ...span, from: "report" as const })),
  ...(reports.length > 0 && root === undefined ? [] : stagesFromGit(root ?? ".", world)).map((span) => ({
    ...span,
    from: "git" as const,
  })),
];

/** When `referee.yaml` gave a model another stage, by the commits that changed it, oldest first. */
function stagesFromGit(root: string, world: CommandWorld): readonly GitSpan[] {
  const folder = resolve(world.folder, root);
  if (kindOnDisk(folder) !== "folder") return [];
  const git = gitIn({ folder, environment: world.environment, trusted: false });
  const changes = gitHistory({ git, commit: "HEAD", below: null }).changes("referee.yaml");
  const spans: GitSpan[] = [];
  const stages = new Map<string, string>();
  for (const { commit, at, author } of [...changes].reverse()) {
    const { configuration } = treeOfCommit(commit, folder, world.environment);
    for (const { name, stage } of configuration.models) {
      const now = stage ?? configuration.stages.default;
      if (stages.get(name) === now) continue;
      stages.set(name, now);
      spans.push({ model: name, stage: now, since: new Date(at).toISOString(), commit, by: author });
    }
  }
  return spans.sort((a, b) => (a.model < b.model ? -1 : a.model > b.model ? 1 : a.since < b.since ? -1 : 1));
}

const spanColumns: Cells = ["model", "version", "stage", "decision", "since", "last seen", "by"];

const spanCells = (span: AnySpan): Cells =>
  span.from === "git"
    ? [span.model, null, span.stage, null, day(span.since), null, `${span.by} (${span.commit.slice(0, 7)})`]
    : [
        span.model,
        span.version,
        span.stage,
        span.decision,
        day(span.since),
        day(span.last),
        span.approved_by.join(", ") || null,
      ];

const findingColumns: Cells = [
  "state",
  "model",
  "rule",
  "subject",
  "outcome",
  "owner",
  "ticket",
  "due",
  "opened",
  "closed",
  "message",
];

const findingCells = (entry: RegisterEntry): Cells => [
  entry.state,
  entry.model,
  `${entry.policy}/${entry.rule}`,
  entry.subject,
  entry.outcome,
  entry.owner,
  entry.ticket,
  entry.due === null ? null : day(entry.due),
  day(entry.opened),
  entry.closed === null ? null : day(entry.closed),
  entry.message,
];

const day = (at: string): string => at.slice(0, 10);

const csvOf = (rows: readonly Cells[]): string => rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");

/** Characters of the widest column. */
const WIDEST = 40;

/** Columns as wide as their widest cell; the last one is free. */
function tableOf(rows: readonly Cells[]): string {
  const texts = rows.map((cells) => cells.map((cell) => (cell === null ? "–" : printable(String(cell)))));
  const widths = (texts[0] ?? []).map((_, column) =>
    texts.reduce((widest, cells) => Math.min(WIDEST, Math.max(widest, cells[column]?.length ?? 0)), 0),
  );
  return texts
    .map(
      (cells) =>
        `${cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
