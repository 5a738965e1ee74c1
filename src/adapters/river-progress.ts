import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { isKnownMetric } from "./families/card-context.js";
import { statedNumber } from "./families/stated-number.js";

const lookedAt = 20_000;
const mostLines = 100_000;

/** "[1,000] Accuracy: 88.96% – 00:00:01 – 4.06 KB": the examples so far, and the metric. */
const checkpoint = /^\[(\d{1,3}(?:,\d{3})*)\] (\S.{0,200})$/;
const figure = /^(\p{L}[\p{L}\p{N}()_]{0,60}): ([-+]?\S{1,40}?)(?: – .{0,80})?$/u;

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string | null;
}

function figureIn(text: string): Figure | undefined {
  const [, name = "", written = ""] = figure.exec(text) ?? [];
  const number = name === "" ? undefined : statedNumber(written);
  return number === undefined || !isKnownMetric(metricName(name))
    ? undefined
    : { name, value: number.value, unit: number.unit };
}

/** `Rolling(Accuracy)`, over a window, is another quantity than what it rolls. */
const metricName = (name: string): string => /^(?:Rolling|TimeRolling)\((\w+)\)$/.exec(name)?.[1] ?? name;

function statement({ name, value, unit }: Figure, step: number, line: number): Statement {
  const rolls = metricName(name) !== name;
  const own = interpretMetric(metricName(name)).protocol;
  return {
    kind: "measurement",
    where: { line },
    raw_metric: name,
    metric_name: metricName(name),
    value,
    step,
    ...(rolls ? { protocol: own === null ? "rolling" : `rolling ${own}` } : { n: step }),
    ...(unit === null ? {} : { unit }),
  };
}

/** Of several metrics each stands on a line of its own, of which the first alone has the number of examples. */
function progressOf(text: string): readonly Statement[] {
  const found: Statement[] = [];
  let step: number | null = null;
  let told = new Set<string>();
  for (const [index, line] of text
    .split(/\r\n|\n|\r/)
    .slice(0, mostLines)
    .entries()) {
    const [, count, first] = checkpoint.exec(line) ?? [];
    if (count !== undefined) [step, told] = [Number(count.replaceAll(",", "")), new Set()];
    const stated = figureIn(first ?? line);
    if (stated === undefined || step === null) {
      step = line.trim() === "" ? step : null;
      continue;
    }
    // The value that the call returns, printed once more, is no other.
    if (told.has(stated.name)) continue;
    told.add(stated.name);
    found.push(statement(stated, step, index + 1));
  }
  return found;
}

/** What river's progressive validation prints: each metric over all examples so far. */
export const riverProgress: Adapter = {
  id: "river-progress",
  title: "Progress of river's progressive validation",
  definedAt: "https://riverml.xyz/latest/api/evaluate/progressive-val-score/",
  versions: "0.26.1, from its source, not seen",
  reads: "Each metric at each checkpoint, with the number of examples that were predicted until then.",
  leaves: "Time, memory and the number of labels that were asked for.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ syntax, text }) =>
    syntax === "text" && /^\[\d/.test(text.trimStart().slice(0, 2)) && progressOf(text.slice(0, lookedAt)).length > 0,

  read: ({ text }) => progressOf(text),
};
