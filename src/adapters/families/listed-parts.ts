import type { MarkdownLine } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { headedSplit } from "./headed-split.js";
import { statedNumber } from "./stated-number.js";
import { partNamed } from "./text-results.js";

/** What a line says of the items that are listed below it: "Test set (2,000 samples):". */
interface Part {
  readonly split: string | null;
  readonly about: string | null;
  readonly n: number | null;
}

const label = /^([^\d:]{2,60}?)(?:\s*\(([^()]{1,40})\))?\s*:?$/u;

function partIn(text: string): Part | null {
  const [, name = "", remark = ""] = text.length > 110 ? [] : (label.exec(text) ?? []);
  if (name === "") return null;
  const said = partNamed(name, false);
  const split = said.split ?? headedSplit([name.replace(/^on (?:the )?/i, "")]);
  const about = split === null ? (said.about ?? null) : null;
  return split === null && about === null ? null : { split, about, n: statedNumber(`0 (${remark})`)?.n ?? null };
}

/** Items of a list below an item stand further to the right; below a line of prose they are the list that follows it. */
const belongs = (line: MarkdownLine, to: MarkdownLine): boolean =>
  JSON.stringify(line.under) === JSON.stringify(to.under) && (to.item ? line.indent > to.indent : line.item);

/** What the lines above each line say of it; null where none does. */
function partsOf(lines: readonly MarkdownLine[]): readonly (Part | null)[] {
  const open: { readonly line: MarkdownLine; readonly part: Part }[] = [];
  return lines.map((line) => {
    for (let top = open.at(-1); top !== undefined && !belongs(line, top.line); top = open.at(-1)) open.pop();
    const above = open.at(-1)?.part ?? null;
    const own = partIn(line.text);
    if (own === null) return above;
    open.push({
      line,
      part: { ...own, split: own.split ?? above?.split ?? null, about: own.about ?? above?.about ?? null },
    });
    return null;
  });
}

function withPart(statement: Statement, { split, about, n }: Part): Statement {
  if (statement.kind !== "measurement") return statement;
  const named = statement.split ?? interpretMetric(statement.raw_metric).split;
  return {
    ...statement,
    ...(named === null && split !== null ? { split } : {}),
    ...(about === null ? {} : { about }),
    ...(n === null || named !== null || (statement.n ?? null) !== null ? {} : { n }),
  };
}

/** The results of each line, with what the lines say below which they are listed. */
export function listedResults(
  lines: readonly MarkdownLine[],
  resultsOf: (line: MarkdownLine) => readonly Statement[],
): readonly (readonly Statement[])[] {
  const parts = partsOf(lines);
  return lines.map((line, index) => {
    const part = parts[index] ?? null;
    const results = resultsOf(line);
    return part === null ? results : results.map((statement) => withPart(statement, part));
  });
}
