import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compare, factsByPath, type PrintedFact } from "./compare.js";
import { ownFormatName } from "./format-names.js";
import { describeFailure, type FamilyTally, familyOf, tallyByFamily, tallyTable } from "./tally.js";
import { parseTruth, type TruthLine } from "./truth-line.js";

export interface TruthRun {
  /** Folder of the corpus; it need not be there. */
  readonly corpus: string;
  /** Judges lines whose path holds this text only; "" judges all. */
  readonly only: string;
  /** Formats that the tool has an adapter for. */
  readonly formats: ReadonlySet<string>;
  /** Every fact of the folder, `source.path` relative to it. */
  readonly readFacts: (folder: string) => Promise<readonly unknown[]>;
  readonly print: (text: string) => void;
  /** Families that hold whole and must go on holding; null asks it of every family that is read. */
  readonly held?: readonly string[] | null;
}

/** Holds the tool's facts against the corpus's truth and prints how it fared: 0 where all holds or there is no corpus. */
export async function runTruth({ corpus, only, formats, readFacts, print, held = null }: TruthRun): Promise<0 | 1> {
  const truth = join(corpus, "truth.jsonl");
  if (!existsSync(truth)) {
    print(`no corpus at ${corpus}: nothing was compared`);
    return 0;
  }
  const lines = parseTruth(readFileSync(truth, "utf8")).filter(({ path }) => path.includes(only));
  if (lines.length === 0) {
    print(`no line of the truth has "${only}" in its path`);
    return 1;
  }
  const facts = await readFacts(corpus);
  const byPath = factsByPath(facts);
  const factsOf = (path: string): readonly PrintedFact[] => byPath.get(path) ?? [];
  const isKnown = (path: string): boolean => factsOf(path).some(({ format }) => typeof format === "string");
  const judgements = compare(lines, { factsOf, isKnown });
  const read = familiesRead(lines, factsOf, formats);
  const tallies = tallyByFamily(judgements, (family) => read.has(family));
  print(report(tallies, facts.length));
  if (read.size === 0) {
    print("no file of the truth was recognised by any adapter");
    return 1;
  }
  if (held === null) return tallies.some(({ failures }) => failures.length > 0) ? 1 : 0;
  return heldStatus(tallies, held, print);
}

/** 1 where a family that held no longer does; families that hold and are not listed yet are named. */
function heldStatus(tallies: readonly FamilyTally[], held: readonly string[], print: (text: string) => void): 0 | 1 {
  const whole = new Set(
    tallies.filter(({ read, failures }) => read && failures.length === 0).map(({ family }) => family),
  );
  const lost = held.filter((family) => !whole.has(family));
  const gained = [...whole].filter((family) => !held.includes(family));
  print(
    `${held.length - lost.length} of ${held.length} families that must hold do, ${tallies.length - whole.size} of ${tallies.length} do not hold whole`,
  );
  if (gained.length > 0) print(`these hold as well and may be listed: ${gained.join(", ")}`);
  if (lost.length > 0) print(`these held and no longer do: ${lost.join(", ")}`);
  return lost.length > 0 ? 1 : 0;
}

/** Families with a format that an adapter reads, or with a file that one took. */
function familiesRead(
  lines: readonly TruthLine[],
  factsOf: (path: string) => readonly PrintedFact[],
  formats: ReadonlySet<string>,
): ReadonlySet<string> {
  const known = (line: TruthLine): boolean =>
    (line.asks === "format" && formats.has(ownFormatName(line.format))) ||
    factsOf(line.path).some(({ format }) => typeof format === "string");
  return new Set(lines.filter(known).map(({ path }) => familyOf(path)));
}

function report(tallies: readonly FamilyTally[], facts: number): string {
  const failures = tallies.flatMap((tally) => tally.failures);
  const notRead = tallies.filter(({ read }) => !read).map(({ family }) => family);
  return [
    ...failures.map(describeFailure),
    ...(failures.length > 0 ? [""] : []),
    tallyTable(tallies),
    "",
    `${facts} facts read; ${failures.length} lines fail`,
    ...(notRead.length > 0 ? [`no adapter reads ${notRead.join(", ")}: what is missing there does not fail`] : []),
  ].join("\n");
}
