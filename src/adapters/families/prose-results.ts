import type { MarkdownLine } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { isKnownMetric, surroundingsOf } from "./card-context.js";
import { splitNamed } from "./split-named.js";
import { statedNumber, type StatedNumber } from "./stated-number.js";

/** Words that make a number something else than this model's result: a limit, a hope, a difference, another model. */
const otherwise =
  /\b(target\w*|goals?|require\w*|threshold\w*|at least|at most|minimum|maximum|expect\w*|estimat\w*|approx\w*|around|about|roughly|nearly|up to|above|below|under|exceed\w*|less than|more than|greater than|between|baseline\w*|compared|comparison|versus|vs|than|outperform\w*|improv\w*|increas\w*|decreas\w*|drop\w*|reduc\w*|declin\w*|degrad\w*|gaps?|gains?|differ\w*|previous\w*|earlier|original|paper|authors|state of the art|sota|human|random|would|should|could|may|might|if|teacher|another|other models?|margin|chance|relative|absolute|aims?|achievable|acceptable|desired|was|were|used to)\b|[<>≤≥~≈]/i;

const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)`;
const words = String.raw`(?:[\p{L}][\p{L}\d@/_-]*\.?[ ]){0,3}[\p{L}][\p{L}\d@/_-]*`;

/** "97.18% validation accuracy"; "recall 0.8 at 90% precision" states where the recall was taken. */
const numberFirst = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(?<!\b(?:at|to|by|from|over|within|for)\s)(${number})\s?%(?!\d)[ ](${words})`,
  "gu",
);

/** "a validation accuracy of 97.18%", "the recall is 0.93" */
const nameFirst = new RegExp(
  String.raw`(?<![\p{L}\d])(${words})\s(?:of|is|reaches)\s(${number})(\s?%)?(?![\d.,]*[\d/%\p{L}-]|\s?[-–/x±])`,
  "gu",
);

const label =
  /^((?:[^:=|]{0,30}?\b)?m?AP@?\[?0?\.\d{1,3}:0?\.\d{1,3}\]?|[^:=|]{2,60}?)\s*(?:::|[:=])\s*(\S.{0,60}?)\.?$/iu;

export type Result = { readonly name: string; readonly number: StatedNumber };

/** Words beside a metric's name that leave it what it is. Any other makes it another quantity: "background FPR". */
const beside =
  /^(an?|the|our|its|this|that|with|and|in|on|of|for|at|across|using|when|where|whose|has|have|model|it|achiev\w*|reach\w*|gets?|got|shows?|obtain\w*|yield\w*|attain\w*|gives?|gave|final|overall|high|good|strong|best|total|respectively|by|while|but|as)$/i;

const article = /^(an?|the|our|its|this|that|with|and|in|on|of|high|good|strong|best) /i;

/** The longest run of words, from the start or the end of a phrase, that names a metric. */
function metricIn(phrase: string, from: "start" | "end"): string | undefined {
  // What it was measured on is no part of its name.
  const parts = (from === "start" ? phrase.replace(/ on .*$/i, "") : phrase).split(" ");
  for (let length = parts.length; length > 0; length--) {
    const run = from === "start" ? parts.slice(0, length) : parts.slice(parts.length - length);
    const name = run.join(" ").replace(/\.$/, "");
    if (article.test(name) || beside.test(run.at(-1) ?? "") || !isKnownMetric(name)) continue;
    const next = from === "start" ? parts[length] : parts[parts.length - length - 1];
    return next === undefined || beside.test(next) || run.at(-1)?.endsWith(".") === true ? name : undefined;
  }
  return undefined;
}

const plain = (value: string, unit: string | null, split: string | null): StatedNumber => ({
  value: Number(value),
  unit,
  interval: null,
  outOf: null,
  n: null,
  split,
  spread: null,
  standardError: null,
});

/** "Malignant recall": among results, a metric of something that stands before it. */
function endsWithMetric(name: string): boolean {
  const parts = name.split(/\s+/);
  return parts.length <= 5 && parts.slice(1).some((_, index) => isKnownMetric(parts.slice(index + 1).join(" ")));
}

/**
 * A line that is a label and a number, as lists of results have them.
 *
 * @param amongResults true where the document tells results
 */
function labelled(line: string, amongResults: boolean): Result | undefined {
  const match = label.exec(line);
  const stated = match === null ? undefined : statedNumber(match[2] ?? "");
  const name = (match?.[1] ?? "").trim();
  if (stated === undefined) return undefined;
  return isKnownMetric(name) || (amongResults && endsWithMetric(name)) ? { name, number: stated } : undefined;
}

function isLabelAndNumber(text: string): boolean {
  const written = label.exec(text)?.[2];
  return written !== undefined && statedNumber(written) !== undefined;
}

const parts = String.raw`(test(?:ing)?|validation|val|dev|train(?:ing)?|held-?\s?out|hold-?out) (?:data ?)?(?:set|split|data|partition)s?\b`;
const anyPart = new RegExp(String.raw`\b${parts}`, "giu");
const onPart = new RegExp(String.raw`\bon (?:the |our |an? |its )?(?:[\p{L}-]+ ){0,2}?${parts}`, "iu");

/** The part of the data that a sentence says its numbers are of, where it names one and no other. */
function partOf(sentence: string): string | null {
  const named = new Set(
    [...sentence.matchAll(anyPart)].map(([, word = ""]) => splitNamed(word.replace(/held-?\s?out/i, "holdout"))),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined && onPart.test(sentence) ? only : null;
}

function inSentence(sentence: string): Result[] {
  if (otherwise.test(sentence)) return [];
  const part = partOf(sentence);
  const results: Result[] = [];
  const taken = new Set<number>();
  for (const match of sentence.matchAll(numberFirst)) {
    const [, value = "", phrase = ""] = match;
    const name = metricIn(phrase, "start");
    if (name === undefined) continue;
    taken.add(match.index);
    results.push({ name, number: plain(value, "percent", part) });
  }
  for (const match of sentence.matchAll(nameFirst)) {
    const [whole, phrase = "", value = "", percent] = match;
    const share = percent === undefined && /^0?\.\d{2,}$/.test(value);
    const name = metricIn(phrase, "end");
    // "High accuracy: 97% validation accuracy" states one number.
    const at = match.index + whole.length - (percent ?? "").length - value.length;
    if (name === undefined || taken.has(at) || (percent === undefined && !share)) continue;
    results.push({ name, number: plain(value, percent === undefined ? null : "percent", part) });
  }
  return results;
}

/** "Sensitivity/Specificity: 0.91/0.88": as many names as numbers. */
function paired(line: string): Result[] | undefined {
  const [, named = "", rest = ""] = /^([^:=|]{2,80}?)\s*[:=]\s*(\S.{0,60}?)\.?$/u.exec(line) ?? [];
  const names = named.split(/(?<!\s)\s*\/\s*/);
  const numbers = rest.split(/(?<!\s)\s*\/\s*/).map(statedNumber);
  if (names.length < 2 || names.length !== numbers.length || !names.every(isKnownMetric)) return undefined;
  const results = numbers.flatMap((number, at) => (number === undefined ? [] : [{ name: names[at] ?? "", number }]));
  return results.length === names.length ? results : undefined;
}

/** "Accuracy: 0.93 (train), 0.91 (test)": one name, and a number for each part of the data. */
function byPart(line: string): Result[] | undefined {
  const [, name = "", rest = ""] = /^([^:=|]{2,60}?)\s*[:=]\s*(\S.{0,100})$/u.exec(line) ?? [];
  const numbers = rest.split(/(?<!\s)\s*[,;/|]\s*(?=[\d.+-])/).map(statedNumber);
  if (numbers.length < 2 || !isKnownMetric(name)) return undefined;
  const results = numbers.flatMap((number) =>
    number === undefined || number.split === null ? [] : [{ name, number }],
  );
  return results.length === numbers.length ? results : undefined;
}

/** "accuracy 0.87", with what stands in brackets behind it. */
const spaced = /^(\p{L}[^:=|]{1,40}?)\s+([-+]?(?:\d*\.\d+|\d+(?:\.\d+)?\s?%)(?:\s?\([^()]{1,60}\))?)$/u;

/** "Test set: accuracy 0.87, AUC 0.92": names and numbers without a sign between them, several of them and nothing else. */
function spacedOut(line: string): Result[] | undefined {
  const [, said = "", rest = ""] = /^(?:([^:]{2,40}):\s+)?(\S.*?)\.?$/u.exec(line) ?? [];
  const split = said === "" ? null : splitNamed(said);
  if (said !== "" && split === null && !/^(overall|results?|performance|metrics|scores)$/i.test(said.trim()))
    return undefined;
  const parts = rest.split(/(?<!\s)\s*(?:[;|·]|,(?![^(]{0,200}\))|\band\b)\s*/u).filter((part) => part !== "");
  const results = parts.flatMap((part): Result[] => {
    const [, name = "", written = ""] = spaced.exec(part) ?? [];
    const number = name === "" || !isKnownMetric(name) ? undefined : statedNumber(written);
    return number === undefined ? [] : [{ name, number: { ...number, split: number.split ?? split } }];
  });
  return results.length > 1 && results.length === parts.length ? results : undefined;
}

/** "Accuracy: 0.93, F1: 0.91": every part a label and a number. */
function allLabelled(line: string, amongResults: boolean): Result[] | undefined {
  const parts = line.split(/(?<!\s)\s*(?:[,;|·]|(?<=\s)[-/]\s)\s*(?=\p{L})/u);
  const results = parts.flatMap((part) => labelled(part, amongResults) ?? []);
  const others = parts.filter((part) => labelled(part, amongResults) === undefined);
  // Among several results, a number under a name that nobody knows takes nothing from the others.
  if (others.length === 0 || (results.length > others.length && others.every(isLabelAndNumber))) return results;
  return byPart(line) ?? paired(line) ?? spacedOut(line);
}

/** The results of a line that holds labels with their numbers and nothing else: "Accuracy: 0.93, F1: 0.91". */
export function labelledResults(line: string): readonly Result[] {
  if (line.length > 400 || !/\d/.test(line) || otherwise.test(line)) return [];
  return allLabelled(line, false) ?? [];
}

function resultsOf(line: string, amongResults: boolean): Result[] {
  if (line.length > 2_000 || !/\d/.test(line)) return [];
  const results = allLabelled(line, amongResults);
  if (results !== undefined) return otherwise.test(line) ? [] : results;
  return line.split(/(?<=[.;!?])\s+/).flatMap(inSentence);
}

const statementOf = ({ name, number }: Result, line: number): Statement => ({
  kind: "measurement",
  where: { line },
  raw_metric: name,
  value: number.value,
  ...statedBeside(number),
});

/** What is stated beside the value of a number, as fields of its measurement. */
export const statedBeside = ({
  unit,
  interval,
  outOf,
  n,
  split,
  standardError,
}: Result["number"]): Partial<Extract<Statement, { kind: "measurement" }>> => ({
  ...(unit === null ? {} : { unit }),
  ...(interval === null ? {} : { interval }),
  ...(standardError === null ? {} : { standard_error: standardError }),
  ...(n === null ? {} : { n }),
  ...(split === null ? {} : { split }),
  ...(outOf === null ? {} : { n: outOf, trials: outOf }),
});

/**
 * The results that lines of prose and lists state plainly: a metric by a name that is known, and its number. A sentence
 * that compares, hopes or limits states none.
 */
export function proseResults(lines: readonly MarkdownLine[]): Statement[] {
  return lines.flatMap(({ text, line, under }) => {
    const around = surroundingsOf(under);
    if (around === "foreign") return [];
    return resultsOf(text, around === "results").map((result) => statementOf(result, line));
  });
}

const notOfModel = /\b(drift|psi|importance|coefficients?|distribution|correlations?)\b/i;

/** What is fitted to times and loads tells of the service. */
const ofService = /\b(load|stress|soak)[- ]?test\w*|\bscal(ability|ing)\b|\bthroughput\b|\bcapacity\b/i;

/** The results of lines that hold labels with their numbers and nothing else, below no heading that makes them another thing. */
export function labelledLines(lines: readonly MarkdownLine[]): Statement[] {
  return lines.flatMap(({ text, line, under }) =>
    surroundingsOf(under) === "foreign" ||
    notOfModel.test(under.at(-1) ?? "") ||
    under.some((title) => ofService.test(title))
      ? []
      : labelledResults(text).map((result) => statementOf(result, line)),
  );
}
