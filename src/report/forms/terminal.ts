import { listed } from "../../judging/wording.js";
import type { Decision, Finding, Outcome } from "../../model/finding.js";
import type { Report, ReportedModel } from "../../model/report.js";
import type { Reporter, View } from "../../model/reporter.js";
import { whySealed } from "../../model/sealed.js";
import type { Source } from "../../model/source.js";
import { alike, shownSubjects, type Alike } from "../alike.js";
import { folded, paint, printable, type Paint } from "../paint.js";
import { firstOutputNotes } from "../first-output.js";
import { FEW_MODELS } from "../few-models.js";
import { metricLines } from "../metric-lines.js";

const word: Readonly<Record<Decision, string>> = { block: "Block", undecided: "Undecided", warn: "Warn", pass: "Pass" };
const card: Readonly<Record<Decision, string>> = { block: "[x]", undecided: "[?]", warn: "[!]", pass: "[ok]" };
const outcomeWord: Readonly<Record<Outcome, string>> = {
  met: "met",
  "not-met": "not met",
  inconclusive: "inconclusive",
  missing: "missing",
  unreadable: "unreadable",
  "not-applicable": "not asked",
};

const MODELS_SHOWN = 40;
const FINDINGS_SHOWN = 30;

export const terminal: Reporter = {
  id: "terminal",
  title: "What stands and what to mend, worst first",
  extension: "txt",

  render(report, view) {
    const colours = paint(view.colour);
    const lines: string[] = [];
    const shown = modelsShown(report.models, view);
    const byModel = findingsByModel(report.findings);
    for (const model of shown) lines.push(...modelLines(model, byModel.get(model.name) ?? [], view, colours), "");
    if (report.models.length === 0) lines.push(headline(report.decision, report.reason, colours), "");
    const left = report.models.length - shown.length;
    if (left > 0)
      lines.push(
        `${left} more models, ${countDecisions(report.models.filter((model) => !shown.includes(model)))}: --verbose`,
        "",
      );
    if (report.models.length > 1)
      lines.push(
        headline(report.decision, `${report.models.length} models, ${countDecisions(report.models)}`, colours),
        "",
      );
    for (const problem of report.problems.filter(({ model }) => model === null))
      lines.push(
        `${colours.yellow("problem")}  ${printable(problem.message)}${problem.path === null ? "" : `  ${printable(problem.path)}${problem.line === null ? "" : `:${problem.line}`}`}`,
      );
    lines.push(...unjudgedLines(report).map(colours.dim));
    for (const note of report.notes) lines.push(colours.dim(printable(note)));
    lines.push(...firstOutputNotes(report, view.columns));
    return `${lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trimEnd()}\n`;
  },
};

/** The first few of a list. */
const firstOf = (texts: readonly string[]): string =>
  `${printable(texts.slice(0, 4).join(", "))}${texts.length > 4 ? ` and ${texts.length - 4} more` : ""}`;

/** Names of files that people will miss first. */
const promising = /(?:metric|result|score|eval|report|drift|card|summary)[^/]*$/i;

function unjudgedLines({ unjudged }: Report): readonly string[] {
  const sealed = unjudged.flatMap(({ path }) => {
    const why = whySealed(path);
    return why === null ? [] : [{ path, why }];
  });
  const open = unjudged.filter(({ path }) => whySealed(path) === null).map(({ path }) => path);
  const others = [...open.filter((path) => promising.test(path)), ...open.filter((path) => !promising.test(path))];
  return [
    ...(others.length === 0 ? [] : [`Not judged: ${firstOf(others)} (model-referee inspect)`]),
    ...[...new Set(sealed.map(({ why }) => why))].map(
      (why) => `Not read: ${firstOf(sealed.flatMap((file) => (file.why === why ? [file.path] : [])))} (${why})`,
    ),
  ];
}

const countDecisions = (models: readonly ReportedModel[]): string =>
  (["block", "undecided", "warn", "pass"] as const)
    .map((decision) => ({ decision, count: models.filter((model) => model.decision === decision).length }))
    .filter(({ count }) => count > 0)
    .map(({ decision, count }) => `${count} ${word[decision].toLowerCase()}`)
    .join(", ");

function modelsShown(models: readonly ReportedModel[], { verbose }: View): readonly ReportedModel[] {
  const order: readonly Decision[] = ["block", "undecided", "warn", "pass"];
  const ordered = [...models].sort(
    (a, b) => order.indexOf(a.decision) - order.indexOf(b.decision) || (a.name < b.name ? -1 : 1),
  );
  if (verbose || models.length <= FEW_MODELS) return ordered;
  return ordered.filter(({ decision }) => decision !== "pass").slice(0, MODELS_SHOWN);
}

function headline(decision: Decision, text: string, colours: Paint): string {
  const colour = { block: colours.red, undecided: colours.bold, warn: colours.yellow, pass: colours.green }[decision];
  return `${card[decision]} ${colours.bold(colour(word[decision]))}${" ".repeat(Math.max(1, 8 - word[decision].length))}${printable(text)}`;
}

function findingsByModel(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byModel = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byModel.get(finding.model);
    if (known === undefined) byModel.set(finding.model, [finding]);
    else known.push(finding);
  }
  return byModel;
}

function modelLines(model: ReportedModel, own: readonly Finding[], view: View, colours: Paint): readonly string[] {
  const stopping = own.filter(({ effect }) => effect === "block" || effect === "undecided");
  const warned = own.filter(({ effect }) => effect === "warn");
  const noted = own.filter(({ effect }) => effect === "note");
  const version = model.version === null ? "" : ` ${model.version}`;
  const where = model.gated ? `, ${model.stage}` : ", not gated";
  const indent = " ".repeat(12);
  const lines = [
    headline(model.decision, `${model.name}${version}${where}`, colours),
    `${indent}${summaryOf(own)}`,
    "",
  ];
  const mended = [...stopping, ...warned];
  if (mended.length > 0) lines.push("Mend");
  const limit = view.verbose ? mended.length : FINDINGS_SHOWN;
  const shown = mended.slice(0, limit);
  shown.forEach((finding, index) => {
    // What to do is said once, below the last of several findings that ask for the same.
    const next = shown[index + 1];
    const repeats = next !== undefined && next.rule === finding.rule && next.mend === finding.mend;
    lines.push(...findingLines(repeats ? { ...finding, mend: "" } : finding, index + 1, view, colours));
  });
  if (mended.length > limit) lines.push(`   and ${mended.length - limit} more: --verbose`);
  if (mended.length > 0) lines.push("");
  else lines.push(...metricLines(model, own, view.columns, colours));
  for (const notes of alike(noted)) lines.push(...shortLines("note", notes, view, colours));
  for (const finding of own.filter(({ waived }) => waived !== null))
    lines.push(...shortLines("waived", byItself(finding), view, colours));
  // What was not asked is counted above, and told where nothing else says why a model is undecided.
  if (view.verbose || own.every(({ outcome }) => outcome === "not-applicable"))
    for (const finding of own.filter(({ outcome }) => outcome === "not-applicable"))
      lines.push(...shortLines("not asked ", byItself(finding), view, colours));
  if (view.verbose)
    for (const finding of own.filter(({ outcome, waived }) => outcome === "met" && waived === null))
      lines.push(...shortLines("met", byItself(finding), view, colours));
  else lines.push(...metLine(own, view));
  return lines;
}

/** Rules first: how many stop it, or are met; then findings by their outcome. */
function summaryOf(findings: readonly Finding[]): string {
  const order: readonly Outcome[] = ["not-met", "missing", "unreadable", "inconclusive"];
  const rulesOf = (chosen: readonly Finding[]): number =>
    new Set(chosen.map(({ policy, rule }) => `${policy} ${rule}`)).size;
  const asked = findings.filter(({ outcome }) => outcome !== "not-applicable");
  const rules = rulesOf(asked);
  const stopping = asked.filter(({ effect }) => effect === "block" || effect === "undecided");
  const waived = findings.filter(({ waived: waiver }) => waiver !== null).length;
  const notes = asked.filter(({ effect }) => effect === "note").length;
  const warnings = asked.filter(({ effect }) => effect === "warn").length;
  const beside = [
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? "note" : "notes"}`] : []),
    ...(asked.length < findings.length ? [`${findings.length - asked.length} not asked`] : []),
  ];
  if (asked.length === 0) return ["no rule judges it", ...beside].join(", ");
  if (stopping.length === 0) {
    const open = rulesOf(asked.filter(({ outcome }) => outcome !== "met"));
    return [`${rules - open} of ${rules} rules met`, ...beside].join(", ");
  }
  const counted = order
    .map((outcome) => ({ outcome, count: stopping.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcomeWord[outcome]}`);
  const stop = rulesOf(stopping);
  return `${stop} of ${rules} rules ${stop === 1 ? "stops" : "stop"} it: ${[...counted, ...beside].join(", ")}`;
}

/** Rules that hold throughout: one that holds of some slices only stands among what is to be mended. */
function metLine(own: readonly Finding[], { columns }: View): readonly string[] {
  const rulesOf = (chosen: readonly Finding[]): ReadonlySet<string> => new Set(chosen.map(({ rule }) => rule));
  const isMet = ({ outcome, waived }: Finding): boolean => outcome === "met" && waived === null;
  const open = rulesOf(own.filter((finding) => !isMet(finding) && finding.outcome !== "not-applicable"));
  const met = [...rulesOf(own.filter(isMet))].filter((rule) => !open.has(rule));
  return met.length === 0
    ? []
    : folded(`met     ${printable(met.join(", "))}`, columns).map((line, index) =>
        index === 0 ? line : `        ${line}`,
      );
}

const placeOf = ({ path, line, column }: Source, { pathPrefix }: View): string =>
  printable(
    `${pathPrefix}${path}${line === null ? "" : `:${line}`}${line === null || column === null ? "" : `:${column}`}`,
  );

function colourOf(outcome: Outcome, colours: Paint): (text: string) => string {
  switch (outcome) {
    case "met":
      return colours.green;
    case "not-met":
      return colours.red;
    case "missing":
    case "unreadable":
    case "inconclusive":
      return colours.yellow;
    case "not-applicable":
      return colours.dim;
  }
}

function findingLines(finding: Finding, number: number, view: View, colours: Paint): readonly string[] {
  const label = `${String(number).padStart(2)} ${printable(finding.rule).padEnd(24)} ${colourOf(finding.outcome, colours)(outcomeWord[finding.outcome].padEnd(12))} `;
  const indent = " ".repeat(6);
  const width = Math.max(40, view.columns - indent.length);
  const said =
    finding.subject === null || finding.subject === finding.rule || finding.message.startsWith(finding.subject);
  const subject = said ? "" : (finding.subject ?? "");
  const text = [
    ...folded(printable(finding.message), width),
    ...finding.sources.slice(0, 3).map((source) => colours.dim(placeOf(source, view))),
    ...(finding.sources.length > 3 ? [colours.dim(`and ${finding.sources.length - 3} more places`)] : []),
    ...(finding.mend === "" ? [] : folded(`→ ${printable(finding.mend)}`, width)),
  ];
  return [`${label}${printable(subject)}`.trimEnd(), ...text.map((line) => `${indent}${line}`)];
}

const byItself = (finding: Finding): Alike => ({
  finding,
  more: [],
  subjects: finding.subject === null || finding.subject === finding.rule ? [] : [finding.subject],
});

/** Where several findings of one file stand: its lines, the path once. */
function placesOf({ finding, more }: Alike, view: View): string {
  const [first] = finding.sources;
  if (first === undefined || first.line === null) return "";
  const lines = new Set(more.flatMap(({ sources }) => sources[0]?.line ?? []));
  lines.delete(first.line);
  const others = [...lines].sort((a, b) => a - b);
  if (others.length === 0) return placeOf(first, view);
  const at = placeOf({ ...first, column: null }, view);
  return `${at}, ${others.slice(0, 5).join(", ")}${others.length > 5 ? ", …" : ""}`;
}

function shortLines(kind: string, notes: Alike, view: View, colours: Paint): readonly string[] {
  const { finding, more, subjects } = notes;
  const about = `${finding.rule}${subjects.length === 0 ? "" : ` ${shownSubjects(subjects, listed)}`}`;
  const others = more.length === 0 ? "" : `; and ${more.length} more`;
  const waived =
    finding.waived === null
      ? ""
      : ` (${printable(finding.waived.ticket ?? finding.waived.owner)} until ${printable(finding.waived.expires)})`;
  const at = placesOf(notes, view);
  const place = at === "" ? "" : `  ${colours.dim(at)}`;
  const said = `${printable(about)}: ${printable(finding.message)}${others}${waived}`;
  return folded(said, Math.max(40, view.columns - 8)).map(
    (line, index, lines) =>
      `${index === 0 ? kind.padEnd(8) : "        "}${line}${index === lines.length - 1 ? place : ""}`,
  );
}
