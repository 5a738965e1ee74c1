import { problemAt, UsageError } from "../model/problem.js";
import type { FileSystem } from "../model/world.js";
import { decode } from "../read/decode.js";
import { dossier as dossierText } from "../report/dossier.js";
import { nearestOf, type Command } from "./command.js";
import { evaluateReport } from "./evaluate-report.js";
import { placeOf } from "./place.js";
import { prepare } from "./prepare.js";
import { configOption, folderOption, nowOption, policyOption } from "./options.js";

/** Bytes of the largest card that is quoted. */
const LARGEST_CARD = 4 * 1024 * 1024;

export const dossier: Command = {
  id: "dossier",
  summary: "Puts the technical documentation of a model together from its card and evidence, with each gap marked.",
  usage: "MODEL [--path DIR] [--policy FILE|PACK …]",
  options: {
    path: folderOption,
    config: configOption,
    policy: policyOption("policies whose clauses are told, in place of those that referee.yaml names"),
    now: nowOption,
  },
  examples: ["model-referee dossier fraud-detector > fraud-detector.dossier.md"],

  async run(args, world) {
    const [name, ...more] = args.positionals;
    if (name === undefined || more.length > 0) {
      throw new UsageError([problemAt("usage", "dossier takes one model", "name it as check does")]);
    }
    const place = placeOf(world.folder, [args.text("path") ?? "."], args.text("config"));
    const prepared = await prepare(place, args.texts("policy"), world.folder, world.clock.now());
    const report = await evaluateReport(args, world, place, prepared);
    const model = report.models.find((one) => one.name === name);
    if (model === undefined || model.detail === null) {
      const known = report.models.map((one) => one.name);
      const nearest = nearestOf(name, known);
      const mend =
        nearest === undefined ? `there are ${known.slice(0, 10).join(", ") || "none"}` : `did you mean ${nearest}?`;
      throw new UsageError([problemAt("usage", `there is no model ${name}`, mend)]);
    }
    world.out.write(
      dossierText({
        model,
        detail: model.detail,
        findings: report.findings.filter((finding) => finding.model === name),
        report,
        textAt: (path, line) => sectionAt(place.tree, path, line),
      }),
    );
    return 0;
  },
};

/** The text of a Markdown section from its heading's line to the next heading; null for what is no Markdown. */
function sectionAt(tree: FileSystem, path: string, line: number): string | null {
  if (!/\.(md|markdown|mdx|qmd)$/i.test(path)) return null;
  const contents = tree.read(path, LARGEST_CARD);
  const text = contents.kind === "bytes" ? decode(contents.bytes).text : null;
  if (text === null) return null;
  const lines = text.split(/\r\n|\n|\r/).slice(line - 1);
  const body = isHeading(lines[0] ?? "") ? lines.slice(1) : lines;
  const end = body.findIndex(isHeading);
  return (end === -1 ? body : body.slice(0, end)).join("\n").trim();
}

const isHeading = (line: string): boolean => /^ {0,3}#{1,6}(\s|$)/.test(line);
