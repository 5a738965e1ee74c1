import { type Comparison, fieldAgrees } from "./field-agreement.js";
import { homeGrownFormats, ownFormatName } from "./format-names.js";
import { type Expectation, type Fields, isFields, type TruthLine } from "./truth-line.js";

/** A fact as it is printed: plain values. */
export type PrintedFact = Fields;

/**
 * `held`; `wrong`: the fact that is meant says something else; `missing`: there is none; `forbidden`: a known misreading;
 * `unmapped`: a home-grown shape without a mapping, which asks nothing.
 */
export type Verdict = "held" | "wrong" | "missing" | "forbidden" | "unmapped";

export interface Judgement {
  readonly line: TruthLine;
  readonly verdict: Verdict;
  /** The fact that comes nearest, or the one that is forbidden; null where the file gave none. */
  readonly nearest: PrintedFact | null;
  /** Fields in which the nearest fact differs. */
  readonly differs: readonly string[];
}

/** The format of facts that a mapping gave, rather than an adapter. */
const MAPPED = "mapped";

export interface Reading {
  /** Every fact of the file that `source.path` names. */
  factsOf(path: string): readonly PrintedFact[];
  /** Whether the tool was given a mapping for the file, or says itself that it knows its shape. */
  isKnown(path: string): boolean;
}

/** Holds every line of the truth against the facts, by the rules of the corpus. */
export const compare = (lines: readonly TruthLine[], reading: Reading): readonly Judgement[] =>
  lines.map((line) => judge(line, reading.factsOf(line.path), reading.isKnown(line.path)));

function judge(line: TruthLine, facts: readonly PrintedFact[], known: boolean): Judgement {
  switch (line.asks) {
    case "expect":
      return line.homeGrown && !known ? judgement(line, "unmapped") : judgeExpectation(line, facts);
    case "never": {
      const comparison = comparisonOf("exact", line.tolerance);
      const forbidden = facts.find((fact) => differences(fact, line.fields, comparison).length === 0);
      return forbidden === undefined ? judgement(line, "held") : judgement(line, "forbidden", forbidden);
    }
    case "problem": {
      const problems = facts.filter((fact) => fact["kind"] === "problem");
      if (problems.some((fact) => fact["problem"] === line.problem)) return judgement(line, "held");
      return judgement(line, "missing", problems[0] ?? null, ["problem"]);
    }
    case "format": {
      const wanted = ownFormatName(line.format);
      const named = homeGrownFormats.has(line.format) ? [wanted, MAPPED] : [wanted];
      if (facts.some(({ format }) => typeof format === "string" && named.includes(format)))
        return judgement(line, "held");
      const other = facts.find((fact) => typeof fact["format"] === "string") ?? null;
      return judgement(line, other === null ? "missing" : "wrong", other, ["format"]);
    }
  }
}

/** What tells which fact is meant; the other fields are what it says. */
const identity = new Set([
  "kind",
  "raw_metric",
  "column",
  "name",
  "title",
  "field",
  "feature",
  "run_id",
  "slice",
  "fold",
  "step",
  "scope",
  "dataset",
]);

function judgeExpectation(line: Expectation, facts: readonly PrintedFact[]): Judgement {
  const comparison = comparisonOf("whole", line.tolerance);
  let nearest: PrintedFact | null = null;
  let differs: readonly string[] = Object.keys(line.fields);
  let distance = Infinity;
  for (const fact of facts) {
    // A file's own summary is near to nothing that the file states.
    if (fact["kind"] === "file" && line.fields["kind"] !== "file") continue;
    const found = differences(fact, line.fields, comparison);
    if (found.length === 0) return judgement(line, "held");
    const far = distanceOf(found);
    if (far < distance) [nearest, differs, distance] = [fact, found, far];
  }
  const meant = nearest !== null && !differs.some((field) => identity.has(field));
  const saysOther = differs.some((field) => nearest !== null && (nearest[field] ?? null) !== null);
  return judgement(line, meant && saysOther ? "wrong" : "missing", nearest, differs);
}

/** Another kind is farthest, then another identity, then another statement. */
const distanceOf = (differs: readonly string[]): number =>
  differs.reduce((sum, field) => sum + (field === "kind" ? 1000 : identity.has(field) ? 20 : 1), 0);

const comparisonOf = (names: Comparison["names"], tolerance: number | null): Comparison => ({
  names,
  tolerance: tolerance ?? 1e-9,
});

/** Fields in which a fact does not agree; an absent one is null. */
const differences = (fact: PrintedFact, wanted: Fields, comparison: Comparison): readonly string[] =>
  Object.keys(wanted).filter(
    (field) => !fieldAgrees(field, Object.hasOwn(fact, field) ? fact[field] : null, wanted[field], comparison),
  );

const judgement = (
  line: TruthLine,
  verdict: Verdict,
  nearest: PrintedFact | null = null,
  differs: readonly string[] = [],
): Judgement => ({ line, verdict, nearest, differs });

/** Facts by the file that they name as their source. */
export function factsByPath(facts: readonly unknown[]): ReadonlyMap<string, readonly PrintedFact[]> {
  const byPath = new Map<string, PrintedFact[]>();
  for (const fact of facts) {
    if (!isFields(fact) || !isFields(fact["source"])) continue;
    const path = fact["source"]["path"];
    if (typeof path !== "string") continue;
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [fact]);
    else known.push(fact);
  }
  return byPath;
}
