import type { Fact } from "../model/fact.js";
import { shownNumber, shownSlice } from "../judging/wording.js";
import { paint, printable } from "../report/paint.js";
import { survey } from "../survey.js";
import type { Command, CommandWorld } from "./command.js";
import { inspectFacts } from "./inspect-facts.js";
import { placeOf } from "./place.js";
import { configurationFor } from "./prepare.js";
import { problemAt, UsageError } from "../model/problem.js";

export const inspect: Command = {
  id: "inspect",
  summary: "Shows what is read from the files: every fact, with the line it stands on, and what was not read and why.",
  usage: "[PATH…] [--format tree|jsonl] [--config FILE]",
  options: {
    format: {
      type: "string",
      value: "FORM",
      description: "tree (default) or jsonl, one fact a line: the public contract",
    },
    config: {
      type: "string",
      value: "FILE",
      description: "the configuration; referee.yaml in PATH or above it by default",
    },
  },
  examples: ["model-referee inspect models/fraud", "model-referee inspect --format jsonl > facts.jsonl"],

  async run(args, world) {
    const format = args.text("format") ?? "tree";
    if (format !== "tree" && format !== "jsonl") {
      throw new UsageError([
        problemAt("usage", `inspect knows no form ${format}`, "say --format tree or --format jsonl"),
      ]);
    }
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const configuration = configurationFor(place);
    const { tree, rootName, scope } = place;
    const surveyed = await survey({ tree, rootName, configuration, scope, markdownBody: true, formats: "all" });
    if (format === "jsonl") {
      for await (const facts of inspectFacts(surveyed))
        world.out.write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
      return 0;
    }
    const byModel = new Map<string, Fact[]>();
    for await (const facts of inspectFacts(surveyed)) {
      for (const fact of facts) {
        const model = fact.model ?? "";
        const known = byModel.get(model);
        if (known === undefined) byModel.set(model, [fact]);
        else known.push(fact);
      }
    }
    for (const model of [...byModel.keys()].sort()) writeTree(model, byModel.get(model) ?? [], place.pathPrefix, world);
    if (byModel.size === 0) world.out.write("Nothing that could be evidence is here.\n");
    return 0;
  },
};

const FACTS_SHOWN = 40;

function writeTree(model: string, facts: readonly Fact[], prefix: string, { out, environment }: CommandWorld): void {
  const colours = paint(out.isTerminal && environment["NO_COLOR"] === undefined);
  out.write(`${colours.bold(model === "" ? "Above every model (no rule judges it)" : printable(model))}\n`);
  const files = new Map<string, Fact[]>();
  for (const fact of facts) files.set(fact.source.path, [...(files.get(fact.source.path) ?? []), fact]);
  for (const [path, own] of files) {
    const [head, ...rest] = own;
    const format = head?.format ?? null;
    const problems = rest.filter(({ kind }) => kind === "problem");
    const unread =
      format === null && problems.length === 0 ? colours.dim("not read: no format knows it") : (format ?? "");
    out.write(`  ${printable(prefix + path)}  ${colours.dim(unread)}\n`);
    const lines = rest
      .map((fact) => ({ text: sentenceOf(fact), line: fact.source.line, problem: fact.kind === "problem" }))
      .filter(({ text }) => text !== "");
    for (const { text, line, problem } of lines.slice(0, FACTS_SHOWN)) {
      const place = line === null ? "" : colours.dim(`:${line}`);
      out.write(`    ${problem ? colours.yellow(printable(text)) : printable(text)} ${place}\n`);
    }
    if (lines.length > FACTS_SHOWN) out.write(`    and ${lines.length - FACTS_SHOWN} more: --format jsonl\n`);
  }
  out.write("\n");
}

/** One fact in words. */
function sentenceOf(fact: Fact): string {
  switch (fact.kind) {
    case "measurement": {
      const value =
        fact.value === null
          ? (fact.non_finite ?? "no number")
          : `${shownNumber(fact.value)}${fact.unit === "percent" ? " %" : fact.unit === null || fact.unit === "proportion" ? "" : ` ${fact.unit}`}`;
      const about = [
        fact.dataset,
        fact.split,
        shownSlice(fact.slice),
        fact.protocol,
        fact.fold === null ? null : `fold ${fact.fold}`,
        fact.n === null ? null : `n ${fact.n}`,
        fact.about === null ? null : `of ${fact.about}`,
      ].filter((part) => part !== null && part !== "");
      return `${fact.metric} ${value}${about.length === 0 ? "" : ` (${about.join(", ")})`}${fact.claimed ? ", claimed" : ""}`;
    }
    case "drift":
      return `drift of ${fact.column ?? fact.scope}${fact.method === null ? "" : ` by ${fact.method}`}: ${shownOrNothing(fact.score ?? fact.p_value ?? fact.share)}${fact.drifted === null ? "" : fact.drifted ? ", flagged" : ", not flagged"}`;
    case "check":
      return `check ${fact.name}${fact.column === null ? "" : ` on ${fact.column}`}: ${fact.passed === null ? "did not run" : fact.passed ? "passes" : "fails"}`;
    case "card":
      return fact.field === null
        ? `section ${fact.section ?? fact.title ?? "untitled"}: ${fact.placeholder === true ? "a template's text" : `${fact.words ?? 0} words`}`
        : `${fact.field}: ${fact.value ?? "empty"}`;
    case "dataset":
      return `data set ${fact.name ?? fact.location ?? "unnamed"}${fact.role === null ? "" : ` (${fact.role})`}${fact.digest === null ? "" : ` ${fact.digest}`}`;
    case "attribution":
      return `${fact.feature} matters ${shownOrNothing(fact.importance)}${fact.method === null ? "" : ` by ${fact.method}`}`;
    case "model":
      return `model ${fact.name ?? "unnamed"}${fact.version === null ? "" : ` ${fact.version}`}${fact.stage === null ? "" : `, ${fact.stage}`}${fact.framework === null ? "" : `, ${fact.framework}`}`;
    case "run":
      return `run ${fact.run_id ?? "unnamed"}${fact.status === null ? "" : `, ${fact.status}`}`;
    case "rollout":
      return `roll-out ${fact.strategy ?? ""}${fact.traffic === null ? "" : `, ${fact.traffic} % of the traffic`}`;
    case "experiment":
      return `experiment with ${fact.arms.length} arms: ${fact.arms.map(({ name, successes, exposures }) => `${name} ${successes ?? "?"} of ${exposures ?? "?"}`).join(", ")}`;
    case "approval":
      return `approval by ${fact.by ?? "somebody"}: ${fact.state ?? "unknown"}`;
    case "table":
      return `table of ${fact.rows} rows, ${fact.columns.length} columns${fact.role === null ? "" : ` (${fact.role})`}`;
    case "file":
      return "";
    case "problem":
      return `${fact.problem}: ${fact.message}`;
  }
}

const shownOrNothing = (value: number | null): string => (value === null ? "no number" : shownNumber(value));
