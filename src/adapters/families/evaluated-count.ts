import type { MarkdownBody } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { cardSectionsOf } from "../../normalise/card-sections.js";
import { interpretMetric, type MetricReading } from "../../normalise/metric-vocabulary.js";
import { surroundingsOf } from "./card-context.js";
import { withoutKeptFrom } from "./evaluated-split.js";

const count = String.raw`(?<![\d.,$€£-])(\d{1,3}(?:,\d{3})+|\d{2,9})(?![\d.,]*[\d%])`;
const things =
  "(?:images?|pictures|photos?|scans|slides|frames|videos|clips|recordings|utterances|examples?|samples?|instances?|items|" +
  "rows|records|observations|data ?points|cases|patients|subjects|customers|users|loans|applications|transactions|claims|" +
  "sentences|documents|texts?|articles|reviews|tweets|messages|emails|pages|questions|queries|pairs|sequences|molecules)";
const between = String.raw`(?:[\p{L}][\p{L}\d-]*\s){0,3}`;
const part = String.raw`(?:test(?:ing)?|held-?\s?out|hold-?\s?out|evaluation|eval|validation)`;

/**
 * A sentence that may say how many were evaluated; `trains` where one that tells of training says so all the same. In small
 * letters: to look for letters of any writing in either case takes milliseconds to prepare.
 */
const patterns: readonly { readonly pattern: RegExp; readonly trains: boolean }[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:evaluated|tested|assessed|benchmarked|validated|measured|computed|reported)\s${between}on\s${between}${count}\s${between}${things}\b`,
      "gu",
    ),
    trains: false,
  },
  {
    pattern: new RegExp(
      String.raw`\b${part}\s(?:data ?)?(?:set|split|data|partition)\s?(?:\(|:\s|\s${between}(?:of|with|has|holds|contains|comprises|includes)\s)${between}${count}\s${between}${things}\b`,
      "gu",
    ),
    trains: false,
  },
  {
    pattern: new RegExp(
      String.raw`\b${part}\s(?:data ?)?(?:set|split|data|partition)\s?[,;(]\s?n\s?=\s?${count}`,
      "gu",
    ),
    trains: false,
  },
  {
    pattern: new RegExp(String.raw`${count}\s${between}${part}(?:\s[\p{L}-]+){0,2}?\s${things}\b`, "gu"),
    trains: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b${part}(?:[\s-](?:set|split|data))?\s(?:size|rows|samples|examples|records|instances|images)\s?[:=]\s?${count}`,
      "gu",
    ),
    trains: false,
  },
];

const trained = /\b(?:pre-?|fine-?)?(?:train\w*|tuned)\b/;

/** Words that make a count something else than the examples behind the results, or no exact one. */
const otherwise =
  /\b(?:folds?|each|every|per|respectively|bootstrap\w*|resampl\w*|generat\w*|augment\w*|about|around|approximately|approx|roughly|nearly|almost|over|more than|less than|up to|at least|of which|from|out of|synthetic|subset|seeds?|runs?|latency|hours?|epochs?|tokens?)\b|[~≈≥≤<>]/;

/** How many examples were evaluated, and of which part of the data where the words say it. */
export interface EvaluatedCount {
  readonly n: number;
  readonly split: "test" | "validation" | null;
  /** True where more than one evaluated part is spoken of: a number that names none may be of either. */
  readonly several: boolean;
}

const spokenOf = (text: string): boolean =>
  /\bvalidation (?:set|split|data|accuracy|results?)\b/i.test(text) && /\b(?:test|held-?out|hold-?out)\b/i.test(text);

const partOf = (words: string): EvaluatedCount["split"] =>
  /\b(?:test|held|hold)/.test(words) ? "test" : /\bvalidation\b/.test(words) ? "validation" : null;

/** What every pattern asks for, found sooner than any of them. */
const mayCount = (sentence: string): boolean =>
  /\d\d/.test(sentence) && /eval|test|assess|benchmark|validat|measur|comput|report|held|hold/i.test(sentence);

/** Counts that a text states of what was evaluated. */
function countsIn(text: string): readonly Omit<EvaluatedCount, "several">[] {
  if (text.length > 20_000 || !/\d\d/.test(text)) return [];
  // A line that begins with a label is of itself: "Training rows: 13500", "Test rows: 4500".
  const sentences = withoutKeptFrom(text.toLowerCase()).split(/(?<=[.;!?])\s+|\n\s*\n|\n(?=[^\n:]{2,40}:)/u);
  const found = sentences.flatMap((sentence) =>
    sentence.length > 1_000 || !mayCount(sentence) || otherwise.test(sentence)
      ? []
      : patterns.flatMap(({ pattern, trains }) =>
          !trains && trained.test(sentence)
            ? []
            : [...sentence.matchAll(pattern)].map(([words, digits = ""]) => ({
                n: Number(digits.replaceAll(",", "")),
                split: partOf(words),
              })),
        ),
  );
  return found;
}

/** The part of a document that tells results: the titles down to the outermost heading that does; null where none does. */
function scopeOf(titles: readonly string[]): string | null {
  const depth = titles.findIndex((_, at) => surroundingsOf(titles.slice(0, at + 1)) === "results");
  return depth < 0 ? null : JSON.stringify(titles.slice(0, depth + 1));
}

/**
 * How many examples stand behind the results that are told below a heading, where the prose there says it once: "evaluated
 * on 10,000 images". Where it names several counts, or none exactly, nothing is said.
 */
export function evaluatedCounts(body: MarkdownBody): (under: readonly string[]) => EvaluatedCount | null {
  const counts = new Map<string, Omit<EvaluatedCount, "several">[]>();
  const texts = new Map<string, string>();
  const ofData: Omit<EvaluatedCount, "several">[] = [];
  for (const { heading, under, text } of body.sections) {
    if (cardSectionsOf(heading.title).some(({ id }) => id === "evaluation-data")) ofData.push(...countsIn(text));
    const scope = scopeOf([...under, heading.title]);
    if (scope === null) continue;
    counts.set(scope, [...(counts.get(scope) ?? []), ...countsIn(heading.title), ...countsIn(text)]);
    texts.set(scope, `${texts.get(scope) ?? ""}\n${text}`);
  }
  return (under) => {
    if (under.some((title) => /\bcross[\s-]?validat|\bfolds?\b|\bproduction\b/i.test(title))) return null;
    const scope = scopeOf(under) ?? "";
    const own = counts.get(scope) ?? [];
    // Cards that describe their evaluation data in a section of its own tell the results in another.
    const found = own.length > 0 || scope === "" ? own : ofData;
    const [first] = found;
    if (first === undefined || found.some(({ n }) => n !== first.n)) return null;
    const count = found.find(({ split }) => split !== null) ?? first;
    return { ...count, several: count.split !== null && spokenOf(texts.get(scope) ?? "") };
  };
}

const evaluatedParts: Readonly<Record<string, EvaluatedCount["split"]>> = {
  test: "test",
  holdout: "test",
  validation: "validation",
  eval: null,
};

/** True where a number of a part of the data, null where none is named, may be of the part that was counted. */
function isOfPart(split: string | null, { split: counted, several }: EvaluatedCount): boolean {
  if (split === null) return !several;
  if (!Object.hasOwn(evaluatedParts, split)) return false;
  const part = evaluatedParts[split] ?? null;
  return part === null || counted === null || part === counted;
}

const uncounted: ReadonlySet<string> = new Set(["count", "time"] satisfies MetricReading["kind"][]);

/** True for a result over everything that was evaluated, of a kind that examples are counted for. */
function isOverall(statement: Extract<Statement, { kind: "measurement" }>, counted: EvaluatedCount): boolean {
  const { raw_metric, dataset, split, slice, n, fold, step } = statement;
  const meaning = interpretMetric(raw_metric);
  return (
    meaning.known &&
    !uncounted.has(meaning.kind) &&
    meaning.metric !== "throughput" &&
    isOfPart(split ?? meaning.split, counted) &&
    [dataset, n, fold, step].every((said) => (said ?? null) === null) &&
    Object.keys(slice ?? meaning.slice).length === 0
  );
}

/** Results that name neither data set nor number are of those that the prose counts. */
export const withCount = (statements: readonly Statement[], count: EvaluatedCount | null): readonly Statement[] =>
  count === null
    ? statements
    : statements.map((statement) =>
        statement.kind === "measurement" && isOverall(statement, count) ? { ...statement, n: count.n } : statement,
      );
