import type { MarkdownLine } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { isKnownMetric, surroundingsOf } from "./card-context.js";
import { statedNumber, type StatedNumber } from "./stated-number.js";

/** Words that make a number something else than this model's result: a limit, a hope, a difference, another model. */
const otherwise =
  /\b(target\w*|goals?|require\w*|threshold\w*|at least|at most|minimum|maximum|expect\w*|estimat\w*|approx\w*|around|about|roughly|nearly|up to|above|below|under|exceed\w*|less than|more than|greater than|between|baseline\w*|compared|comparison|versus|vs|than|outperform\w*|improv\w*|increas\w*|decreas\w*|drop\w*|reduc\w*|declin\w*|degrad\w*|gaps?|gains?|differ\w*|previous\w*|earlier|original|paper|authors|state of the art|sota|human|random|would|should|could|may|might|if|teacher|another|other models?|margin|chance|relative|absolute|aims?|achievable|acceptable|desired|was|were|used to)\b|[<>≤≥~≈]/i;

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)`;
const words = String.raw`(?:[\p{L}][\p{L}\d@/_-]*\.?[ ]){0,3}[\p{L}][\p{L}\d@/_-]*`;

/** "97.18% validation accuracy" */
const numberFirst = new RegExp(String.raw`(?<![\p{L}\d.,-])(${number})\s?%(?!\d)[ ](${words})`, "gu");

/** "a validation accuracy of 97.18%", "ROC AUC: 0.93", "F1 = 0.93" */
const nameFirst = new RegExp(
  String.raw`(?<![\p{L}\d])(${words})\s*(?:\sof\s|\sis\s|\sreaches\s|[:=])\s*(${number})(\s?%)?(?![\d.,]*[\d/%\p{L}-]|\s?[-–/x±])`,
  "gu",
);

const label = /^([^:=|]{2,60}?)\s*[:=]\s*(\S.{0,60}?)\.?$/u;

type Result = { readonly name: string; readonly number: StatedNumber };

const article = /^(an?|the|our|its|this|with|and|in|on) /i;

/** The longest run of words, from the start or the end of a phrase, that names a metric. */
function metricIn(phrase: string, from: "start" | "end"): string | undefined {
  const parts = phrase.split(" ");
  for (let length = parts.length; length > 0; length--) {
    const run = from === "start" ? parts.slice(0, length) : parts.slice(parts.length - length);
    const name = run.join(" ").replace(/\.$/, "");
    if (!article.test(name) && isKnownMetric(name)) return name;
  }
  return undefined;
}

const plain = (value: string, unit: string | null): StatedNumber => ({
  value: Number(value),
  unit,
  interval: null,
  outOf: null,
});

/** A line that is a label and a number, as lists of results have them. */
function labelled(line: string): Result | undefined {
  const match = label.exec(line);
  const stated = match === null ? undefined : statedNumber(match[2] ?? "");
  const name = (match?.[1] ?? "").trim();
  return stated !== undefined && isKnownMetric(name) ? { name, number: stated } : undefined;
}

function inSentence(sentence: string): Result[] {
  if (otherwise.test(sentence)) return [];
  const results: Result[] = [];
  const taken = new Set<number>();
  for (const match of sentence.matchAll(numberFirst)) {
    const [, value = "", phrase = ""] = match;
    const name = metricIn(phrase, "start");
    if (name === undefined) continue;
    taken.add(match.index);
    results.push({ name, number: plain(value, "percent") });
  }
  for (const match of sentence.matchAll(nameFirst)) {
    const [whole, phrase = "", value = "", percent] = match;
    const share = percent === undefined && /^0?\.\d{2,}$/.test(value);
    const name = metricIn(phrase, "end");
    // "High accuracy: 97% validation accuracy" states one number.
    const at = match.index + whole.length - (percent ?? "").length - value.length;
    if (name === undefined || taken.has(at) || (percent === undefined && !share)) continue;
    results.push({ name, number: plain(value, percent === undefined ? null : "percent") });
  }
  return results;
}

function resultsOf(line: string): Result[] {
  if (line.length > 2_000 || !/\d/.test(line)) return [];
  const whole = labelled(line);
  if (whole !== undefined) return otherwise.test(line) ? [] : [whole];
  return line.split(/(?<=[.;!?])\s+/).flatMap(inSentence);
}

/**
 * The results that lines of prose and lists state plainly: a metric by a name that is known, and its number. A sentence
 * that compares, hopes or limits states none.
 */
export function proseResults(lines: readonly MarkdownLine[]): Statement[] {
  return lines.flatMap(({ text, line, under }) => {
    if (surroundingsOf(under) === "foreign") return [];
    return resultsOf(text).map(({ name, number: { value, unit, interval, outOf } }): Statement => ({
      kind: "measurement",
      where: { line },
      raw_metric: name,
      value,
      ...(unit === null ? {} : { unit }),
      ...(interval === null ? {} : { interval: { ...interval, level: null } }),
      ...(outOf === null ? {} : { n: outOf, trials: outOf }),
    }));
  });
}
