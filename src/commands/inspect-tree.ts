import type { Fact, FactKind, FactOf } from "../model/fact.js";
import { shownNumber, shownSlice } from "../judging/wording.js";
import { printable, type Paint } from "../report/paint.js";
import { grouped } from "../model/grouped.js";

/** The parts of a model's tree, in the order in which they are read. */
const parts: readonly (readonly [title: string, kinds: readonly FactKind[]])[] = [
  ["Card", ["card"]],
  ["Measurements", ["measurement"]],
  ["Drift", ["drift"]],
  ["Checks", ["check"]],
  ["Explanation", ["attribution"]],
  ["Data", ["dataset", "table"]],
  ["Lineage", ["model", "run"]],
  ["Roll-out", ["rollout", "experiment"]],
  ["Approvals", ["approval"]],
];

const LINES_SHOWN = 40;

interface Line {
  readonly text: string;
  readonly source: Fact["source"];
  /** How far the line stands below its part. */
  readonly depth: number;
}

/**
 * What is read of one model, as a tree: card, measurements with their slices, drift, checks, data, lineage, and at its
 * end what was not read, and why.
 *
 * @param model its name; null for what lies above every model
 * @param prefix what makes paths open from the reader's folder
 */
export function factTree(model: string | null, facts: readonly Fact[], prefix: string, colours: Paint): string {
  const place = ({ path, line }: Fact["source"]): string =>
    colours.dim(`${printable(prefix + path)}${line === null ? "" : `:${line}`}`);
  const lines = [colours.bold(model === null ? "Above every model (no rule judges it)" : printable(model))];
  for (const [title, kinds] of parts) {
    const own = facts.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) continue;
    lines.push(`  ${colours.bold(title)} ${colours.dim(`(${own.length})`)}`);
    const shown = linesOf(own);
    for (const { text, source, depth } of shown.slice(0, LINES_SHOWN))
      lines.push(`  ${"  ".repeat(depth)}${printable(text)}  ${place(source)}`);
    if (shown.length > LINES_SHOWN)
      lines.push(`    ${colours.dim(`and ${shown.length - LINES_SHOWN} more: --format jsonl`)}`);
  }
  return [...lines, ...notRead(facts, place, colours), "", ""].join("\n");
}

/** Files that nobody knew, and what was wrong with others. */
function notRead(facts: readonly Fact[], place: (source: Fact["source"]) => string, colours: Paint): readonly string[] {
  const problems = facts.filter((fact): fact is FactOf<"problem"> => fact.kind === "problem");
  const told = new Set(problems.map(({ source }) => source.path));
  const unknown = facts.filter((fact) => fact.kind === "file" && fact.format === null && !told.has(fact.source.path));
  const silent = facts.filter(
    (fact) => fact.kind === "file" && fact.format !== null && fact.facts + fact.problems === 0,
  );
  const count = problems.length + unknown.length + silent.length;
  if (count === 0) return [];
  const all = [
    ...problems.map(
      ({ problem, message, source }) => `${colours.yellow(printable(`${problem}: ${message}`))}  ${place(source)}`,
    ),
    ...unknown.map(({ source }) => `no format knows it  ${place({ ...source, line: null })}`),
    ...silent.map(
      ({ format, source }) => `known as ${format ?? ""}, and it states nothing  ${place({ ...source, line: null })}`,
    ),
  ];
  const more =
    all.length > LINES_SHOWN ? [`    ${colours.dim(`and ${all.length - LINES_SHOWN} more: --format jsonl`)}`] : [];
  return [
    `  ${colours.bold("Not read")} ${colours.dim(`(${count})`)}`,
    ...all.slice(0, LINES_SHOWN).map((text) => `    ${text}`),
    ...more,
  ];
}

/** Facts of one part: measurements by metric, the overall value before its slices; all else one a line. */
function linesOf(facts: readonly Fact[]): readonly Line[] {
  const isMeasurement = (fact: Fact): fact is FactOf<"measurement"> => fact.kind === "measurement";
  const groups = grouped(facts.filter(isMeasurement), (fact) =>
    JSON.stringify([fact.source.path, fact.metric, ...aboutOf(fact)]),
  );
  const others = facts
    .filter((fact) => !isMeasurement(fact))
    .map((fact): Line => ({ text: sentenceOf(fact), source: fact.source, depth: 1 }));
  return [...others, ...[...groups.values()].flatMap(measurementLines)];
}

const isOverall = ({ slice }: FactOf<"measurement">): boolean => Object.keys(slice).length === 0;

function measurementLines(group: readonly FactOf<"measurement">[]): readonly Line[] {
  const [first] = group;
  if (first === undefined) return [];
  const overall = group
    .filter(isOverall)
    .map((fact): Line => ({ text: measured(fact), source: fact.source, depth: 1 }));
  const slices = group.filter((fact) => !isOverall(fact));
  const head: readonly Line[] =
    overall.length > 0 || slices.length === 0
      ? overall
      : [
          {
            text: `${first.metric}${remarks(aboutOf(first))}, by slice`,
            source: { ...first.source, line: null },
            depth: 1,
          },
        ];
  return [
    ...head,
    ...slices.map((fact): Line => ({
      text: `${shownSlice(fact.slice)}: ${valueOf(fact)}${remarks(counted(fact))}`,
      source: fact.source,
      depth: 2,
    })),
  ];
}

const remarks = (words: readonly string[]): string => (words.length === 0 ? "" : ` (${words.join(", ")})`);

const present = (words: readonly (string | null)[]): readonly string[] =>
  words.filter((word): word is string => word !== null && word !== "");

/** What makes a measurement another quantity than its neighbour, apart from the slice. */
const aboutOf = ({ dataset, split, protocol, fold, about }: FactOf<"measurement">): readonly string[] =>
  present([dataset, split, protocol, fold === null ? null : `fold ${fold}`, about === null ? null : `of ${about}`]);

const counted = ({ n }: FactOf<"measurement">): readonly string[] => (n === null ? [] : [`n ${n}`]);

function valueOf({ value, non_finite, unit, interval }: FactOf<"measurement">): string {
  if (value === null) return non_finite ?? "no number";
  const number = shownNumber(value);
  const limits =
    interval === null || interval.lower === null || interval.upper === null
      ? ""
      : ` [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]`;
  if (unit === "percent") return `${number} %${limits}`;
  return `${number}${unit === null || unit === "proportion" ? "" : ` ${unit}`}${limits}`;
}

const measured = (fact: FactOf<"measurement">): string =>
  `${fact.metric} ${valueOf(fact)}${remarks([...aboutOf(fact), ...counted(fact)])}${fact.claimed ? ", claimed" : ""}`;

const behind = (text: string | number | null, before = ", "): string => (text === null ? "" : `${before}${text}`);

const shownOrNothing = (value: number | null): string => (value === null ? "no number" : shownNumber(value));

const columnCount = (columns: readonly string[] | number): number =>
  typeof columns === "number" ? columns : columns.length;

/** One fact in words. */
function sentenceOf(fact: Fact): string {
  switch (fact.kind) {
    case "measurement":
      return measured(fact);
    case "drift":
      return `${fact.column ?? fact.scope}${behind(fact.method, " by ")}: ${shownOrNothing(fact.score ?? fact.p_value ?? fact.share)}${behind(fact.threshold, ", limit ")}${fact.drifted === null ? "" : fact.drifted ? ", flagged" : ", not flagged"}`;
    case "check":
      return `${fact.name}${behind(fact.column, " on ")}: ${fact.passed === null ? "did not run" : fact.passed ? "passes" : "fails"}`;
    case "card":
      return fact.field === null
        ? `section ${fact.section ?? fact.title ?? "untitled"}: ${fact.placeholder === true ? "a template's text" : `${fact.words ?? 0} words`}`
        : `${fact.field}: ${fact.value ?? "empty"}`;
    case "dataset":
      return `${fact.name ?? fact.location ?? "unnamed"}${remarks(present([fact.role]))}${behind(fact.rows, ", rows ")}${fact.columns === null ? "" : `, columns ${columnCount(fact.columns)}`}${behind(fact.digest, ", ")}`;
    case "attribution":
      return `${fact.feature}: ${shownOrNothing(fact.importance)}${remarks(present([fact.method, shownSlice(fact.slice), fact.instance]))}`;
    case "model":
      return `model ${fact.name ?? "unnamed"}${behind(fact.version, " ")}${behind(fact.stage)}${behind(fact.framework)}${behind(fact.artifact_digest)}`;
    case "run":
      return `run ${fact.run_id ?? "unnamed"}${behind(fact.status)}${behind(fact.code_revision, ", code ")}`;
    case "rollout":
      return `${fact.strategy ?? "roll-out"}${fact.traffic === null ? "" : `, ${fact.traffic} % of the traffic`}${behind(fact.image)}`;
    case "experiment":
      return `experiment with ${fact.arms.length} arms: ${fact.arms.map(({ name, successes, exposures }) => `${name} ${successes ?? "?"} of ${exposures ?? "?"}`).join(", ")}`;
    case "approval":
      return `by ${fact.by ?? "somebody"}${behind(fact.role, " as ")}: ${fact.state ?? "unknown"}`;
    case "table":
      return `table of ${fact.rows} rows, ${fact.columns.length} columns${remarks(present([fact.role]))}`;
    case "file":
      return "";
    case "problem":
      return `${fact.problem}: ${fact.message}`;
  }
}
