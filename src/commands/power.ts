import { powerOf, type PowerRow } from "../judging/power.js";
import { problemAt, UsageError } from "../model/problem.js";
import { printable } from "../report/paint.js";
import type { Command, CommandArguments } from "./command.js";
import { evaluateReport } from "./evaluate-report.js";
import { configOption, modelOption, nowOption, policyOption } from "./options.js";
import { placeOf } from "./place.js";
import { prepare } from "./prepare.js";

export const power: Command = {
  id: "power",
  summary: "Says how many samples each rule needs for this model's numbers, and whether they are there.",
  usage: "[PATH…] [--policy FILE|PACK …] [--power SHARE] [--format terminal|json]",
  options: {
    config: configOption,
    policy: policyOption("plan for this policy in place of those that referee.yaml names"),
    model: modelOption("only this model"),
    power: { type: "string", value: "SHARE", description: "chance of showing what is so; 80% by default" },
    confidence: { type: "string", value: "SHARE", description: "for rules that have none, such as 95%" },
    format: { type: "string", value: "FORM", description: "terminal or json; terminal by default" },
    now: nowOption,
  },
  examples: ["model-referee power", "model-referee power models/fraud --power 90% --confidence 95%"],

  async run(args, world) {
    const chance = share(args, "power") ?? 0.8;
    const confidence = share(args, "confidence");
    const format = args.choice("format", ["terminal", "json"]);
    if (confidence !== null && confidence <= 0.5)
      throw new UsageError([problemAt("usage", "a confidence lies above 50%", "say --confidence 95%")]);
    const place = placeOf(world.folder, args.positionals, args.text("config"));
    const prepared = await prepare(place, args.texts("policy"), world.folder, world.clock.now());
    const report = await evaluateReport(args, world, place, prepared);
    const own = new Set(prepared.policies.map(({ id }) => id));
    const rows = report.findings
      .filter((finding) => own.has(finding.policy))
      .map((finding) => powerOf(finding, chance, confidence))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    if (format === "json") world.out.write(`${JSON.stringify({ power: chance, rows }, null, 2)}\n`);
    else for (const row of rows) world.out.write(`${printable(lineOf(row))}\n`);
    if (rows.length === 0) world.err.write("no rule was judged\n");
    return rows.length > 0 && rows.every(({ state }) => state === "there") ? 0 : 2;
  },
};

/** `80%` or `0.8`; null where it is not given. @throws UsageError where it is neither */
function share(args: CommandArguments, name: string): number | null {
  const written = args.text(name);
  if (written === undefined) return null;
  const number = /^\d+(\.\d+)?%$/.test(written) ? Number(written.slice(0, -1)) / 100 : Number(written);
  if (number > 0 && number < 1) return number;
  throw new UsageError([problemAt("usage", `--${name} ${written} is no share between 0 and 1`, `say --${name} 80%`)]);
}

const keyOf = ({ model, rule, subject }: PowerRow): string => [model, rule, subject ?? ""].join("\u0000");

function lineOf({ model, rule, subject, there, needed, state, why }: PowerRow): string {
  const what = `${model}  ${rule}${subject === null ? "" : `  ${subject}`}`;
  const has = there === null ? "unknown" : String(there);
  const numbers =
    needed === null
      ? `has ${has}`
      : state === "there"
        ? `has ${has}, needs ${needed}`
        : `has ${has}, needs ${needed}: ${needed - (there ?? 0)} more`;
  return `${state.padEnd(8)} ${what}  ${numbers}; ${why}`;
}
