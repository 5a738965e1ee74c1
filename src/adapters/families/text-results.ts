import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { labelledResults, statedBeside } from "./prose-results.js";
import { otherModel } from "./table-columns.js";
import { splitNamed } from "./split-named.js";
import { plainHeading } from "../../normalise/card-sections.js";

/** Results in plain text as scripts print them: a label and a number a line, under headings. */

const mostLines = 20_000;

interface Labelled {
  readonly name: string;
  readonly value: number;
  readonly rest: Partial<Extract<Statement, { kind: "measurement" }>>;
  readonly line: number;
  readonly heading: string | null;
}

/** What a heading says of the numbers below it: a part of the data, another model, or, of several, which one. */
export function partNamed(
  heading: string,
  several: boolean,
): { readonly split?: string; readonly about?: string; readonly protocol?: string } {
  const words = heading.replace(/\b(results?|metrics?|performance|scores?|report|evaluation|on|the|for)\b/gi, " ");
  const split = splitNamed(words);
  if (split !== null) return { split };
  if (otherModel.test(plainHeading(heading))) return { about: heading };
  return several ? { protocol: heading } : {};
}

const decoration = /^[\s=#*\-─━_|>~+]+|(?<![\s=#*\-─━_|:<~+])[\s=#*\-─━_|:<~+]+$/gu;

function headingIn(line: string): string | null {
  const plain = line.replace(decoration, "");
  return plain.length > 1 && plain.length <= 100 && /\p{L}/u.test(plain) && !/[.;,]$|[:=]\s*\S/.test(plain)
    ? plain
    : null;
}

function labelledIn(lines: readonly string[]): readonly Labelled[] {
  const found: Labelled[] = [];
  let heading: string | null = null;
  for (const [index, line] of lines.slice(0, mostLines).entries()) {
    const results = labelledResults(line.replace(/^[\s*•\-–>]+/u, "").trim());
    for (const { name, number } of results)
      found.push({ name, value: number.value, rest: statedBeside(number), line: index + 1, heading });
    if (results.length === 0) heading = headingIn(line) ?? heading;
  }
  return found;
}

const quantity = (name: string): string => {
  const { metric, split, protocol, slice } = interpretMetric(name);
  return JSON.stringify([metric, split, protocol, slice]);
};

/** The labelled results of lines of text. What is stated several times is told apart by its headings. */
export function textResults(lines: readonly string[]): readonly Statement[] {
  const found = labelledIn(lines);
  const times = new Map<string, number>();
  for (const { name } of found) times.set(quantity(name), (times.get(quantity(name)) ?? 0) + 1);
  return found.map(({ name, value, rest, line, heading }): Statement => ({
    kind: "measurement",
    where: { line },
    raw_metric: name,
    value,
    ...rest,
    ...(heading === null ? {} : partNamed(heading, (times.get(quantity(name)) ?? 0) > 1)),
  }));
}

/** How many results a text states so. */
export const countTextResults = (text: string): number => labelledIn(text.split(/\r\n|\n|\r/)).length;
