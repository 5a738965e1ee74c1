import type { Fact } from "../model/fact.js";
import { paint, printable } from "../report/paint.js";
import { survey } from "../survey.js";
import type { Command } from "./command.js";
import { inspectFacts } from "./inspect-facts.js";
import { suggest } from "./inspect-suggest.js";
import { factTree } from "./inspect-tree.js";
import { placeOf } from "./place.js";
import { configurationFor } from "./prepare.js";
import { problemAt, UsageError } from "../model/problem.js";
import { whySealed } from "../model/sealed.js";
import { configOption } from "./options.js";

export const inspect: Command = {
  id: "inspect",
  summary: "Shows what is read from the files: every fact, with the line it stands on, and what was not read and why.",
  usage: "[PATH…] [--format tree|jsonl] [--config FILE] [--suggest]",
  options: {
    format: {
      type: "string",
      value: "FORM",
      description: "tree (default) or jsonl, one fact a line: the public contract",
    },
    config: configOption,
    suggest: {
      type: "boolean",
      value: "",
      description: "proposes the lines of referee.yaml that turn the named home-grown files into facts",
    },
  },
  examples: [
    "model-referee inspect models/fraud",
    "model-referee inspect --format jsonl > facts.jsonl",
    "model-referee inspect --suggest reports/drift.json",
  ],

  async run(args, world) {
    const format = args.text("format") ?? "tree";
    if (format !== "tree" && format !== "jsonl") {
      throw new UsageError([
        problemAt("usage", `inspect knows no form ${format}`, "say --format tree or --format jsonl"),
      ]);
    }
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const configuration = configurationFor(place);
    if (args.flag("suggest")) return suggest(place, configuration, world);
    const { tree, rootName, scope } = place;
    const surveyed = await survey({
      tree,
      rootName,
      configuration,
      scope,
      modelFiles: true,
      formats: "all",
    });
    if (format === "jsonl") {
      for await (const facts of inspectFacts(surveyed))
        world.out.write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
      return 0;
    }
    const byModel = new Map<string | null, Fact[]>();
    for await (const facts of inspectFacts(surveyed)) {
      for (const fact of facts) {
        const known = byModel.get(fact.model);
        if (known === undefined) byModel.set(fact.model, [fact]);
        else known.push(fact);
      }
    }
    const colours = paint(world.out.isTerminal && world.environment["NO_COLOR"] === undefined);
    const models = [...byModel.keys()].sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
    for (const model of models) world.out.write(factTree(model, byModel.get(model) ?? [], place.pathPrefix, colours));
    for (const path of surveyed.sealed)
      world.out.write(colours.dim(`Not read: ${printable(place.pathPrefix + path)} (${whySealed(path) ?? ""})\n`));
    if (byModel.size === 0) world.out.write("Nothing that could be evidence is here.\n");
    return 0;
  },
};
