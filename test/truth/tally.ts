import type { Judgement, Verdict } from "./compare.js";
import type { TruthLine } from "./truth-line.js";

/** How the lines of one family of files fared. */
export interface FamilyTally {
  readonly family: string;
  readonly counts: Readonly<Record<TruthLine["asks"], Readonly<Record<Verdict, number>>>>;
  /** Whether the tool reads any format of the family: if not, what is missing is no failure. */
  readonly read: boolean;
  readonly failures: readonly Judgement[];
}

/** The folder of a format or tool: the first two segments of the path. */
export const familyOf = (path: string): string => path.split("/").slice(0, 2).join("/");

/** Lines that do not hold, where the tool reads the family; a misreading counts everywhere. */
const isFailure = ({ verdict }: Judgement, read: boolean): boolean =>
  verdict === "forbidden" || (read && (verdict === "wrong" || verdict === "missing"));

export function tallyByFamily(
  judgements: readonly Judgement[],
  isRead: (family: string) => boolean,
): readonly FamilyTally[] {
  const families = [...new Set(judgements.map(({ line }) => familyOf(line.path)))].sort();
  return families.map((family) => {
    const own = judgements.filter(({ line }) => familyOf(line.path) === family);
    const read = isRead(family);
    return {
      family,
      read,
      counts: {
        expect: countVerdicts(own, "expect"),
        never: countVerdicts(own, "never"),
        problem: countVerdicts(own, "problem"),
        format: countVerdicts(own, "format"),
      },
      failures: own.filter((judgement) => isFailure(judgement, read)),
    };
  });
}

function countVerdicts(judgements: readonly Judgement[], asks: TruthLine["asks"]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { held: 0, wrong: 0, missing: 0, forbidden: 0, unmapped: 0 };
  for (const { line, verdict } of judgements) if (line.asks === asks) counts[verdict] += 1;
  return counts;
}

const headings = ["", "expected", "found", "wrong", "missing", "unmapped", "never", "problems", "formats"] as const;

/** A table with a row for each family and one for all. */
export function tallyTable(tallies: readonly FamilyTally[]): string {
  const rows: readonly (readonly string[])[] = [
    headings,
    ...tallies.map((tally) => [tally.read ? tally.family : `${tally.family} (not read)`, ...cells([tally])]),
    ["all", ...cells(tallies)],
  ];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

function cells(tallies: readonly FamilyTally[]): readonly string[] {
  const sum = (asks: TruthLine["asks"], ...verdicts: readonly Verdict[]): number =>
    tallies.reduce(
      (total, { counts }) => total + verdicts.reduce((part, verdict) => part + counts[asks][verdict], 0),
      0,
    );
  const heldOf = (asks: TruthLine["asks"]): string =>
    `${sum(asks, "held")}/${sum(asks, "held", "wrong", "missing", "forbidden")}`;
  return [
    String(sum("expect", "held", "wrong", "missing")),
    String(sum("expect", "held")),
    String(sum("expect", "wrong")),
    String(sum("expect", "missing")),
    String(sum("expect", "unmapped")),
    heldOf("never"),
    heldOf("problem"),
    heldOf("format"),
  ];
}

/** A failing line with the fact that comes nearest. */
export function describeFailure({ line, verdict, nearest, differs }: Judgement): string {
  const lines = [
    `${line.path} (truth line ${line.line}) ${verdict}: ${line.asks} ${askedOf(line)}`,
    `    why: ${line.why}`,
  ];
  if (nearest === null) return [...lines, "    the file gave no fact"].join("\n");
  if (differs.length > 0)
    lines.push(`    differs in ${differs.map((field) => `${field}: ${shown(nearest[field])}`).join(", ")}`);
  return [...lines, `    nearest: ${shown(compact(nearest))}`].join("\n");
}

function askedOf(line: TruthLine): string {
  switch (line.asks) {
    case "problem":
      return line.problem;
    case "format":
      return line.format;
    case "expect":
    case "never":
      return JSON.stringify(line.fields);
  }
}

/** Without what says nothing. */
const compact = (fact: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(fact).filter(([field, value]) => value !== null && field !== "source"));

const shown = (value: unknown): string => (JSON.stringify(value) ?? "null").slice(0, 400);
