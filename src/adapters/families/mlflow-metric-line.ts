/** One entry of a metric's file: `<ms> <value> [<step>]`, then the data set, and in a model's copy the run first. */
export interface MetricEntry {
  readonly line: number;
  /** Where the value begins, from 1. */
  readonly column: number;
  readonly timestamp: number;
  /** As written: `0.25`, `nan`, `-inf`. */
  readonly value: string;
  readonly step: number;
  readonly run: string | null;
  readonly dataset: string | null;
}

interface MetricHistory {
  readonly entries: readonly MetricEntry[];
  /** Lines that are no entry. */
  readonly malformed: readonly number[];
}

const entryPattern = /^(\s*(\d{1,17})\s+)(\S+)(?:\s+(-?\d{1,17}))?(?:\s+(\S(?:.*\S)?))?\s*$/;
const valuePattern = /^([+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?(nan|inf|infinity))$/i;

/**
 * Reads a metric's file.
 *
 * @param copied true for the copy below a logged model, whose fourth column is the run
 */
export function metricHistory(text: string, copied: boolean): MetricHistory {
  const entries: MetricEntry[] = [];
  const malformed: number[] = [];
  text.split("\n").forEach((written, index) => {
    if (written.trim() === "") return;
    const entry = entryOf(written.replace(/\r$/, ""), index + 1, copied);
    if (entry === null) malformed.push(index + 1);
    else entries.push(entry);
  });
  return { entries, malformed };
}

function entryOf(written: string, line: number, copied: boolean): MetricEntry | null {
  if (written.length > 2_000) return null;
  const match = entryPattern.exec(written);
  const [, before = "", timestamp = "", value = "", step, rest] = match ?? [];
  if (match === null || !valuePattern.test(value)) return null;
  const tail = rest?.split(" ") ?? [];
  const run = copied ? (tail.shift() ?? null) : null;
  // The last word is the data set's digest; its name may hold spaces.
  const dataset = tail.length > 1 ? tail.slice(0, -1).join(" ") : null;
  if (tail.length === 1) return null;
  return {
    line,
    column: before.length + 1,
    timestamp: Number(timestamp),
    value,
    step: step === undefined ? 0 : Number(step),
    run,
    dataset,
  };
}

const asNumber = (value: string): number => {
  if (/nan/i.test(value)) return Number.NaN;
  return /inf/i.test(value) ? (value.startsWith("-") ? -Infinity : Infinity) : Number(value);
};

/** The entry that MLflow calls latest: of the greatest step, then time, then value; the first of those that tie. */
export function latestEntry<Entry extends Pick<MetricEntry, "step" | "timestamp" | "value">>(
  entries: readonly Entry[],
): Entry | null {
  return entries.reduce<Entry | null>(
    (latest, entry) => (latest === null || isLater(entry, latest) ? entry : latest),
    null,
  );
}

function isLater(
  entry: Pick<MetricEntry, "step" | "timestamp" | "value">,
  latest: Pick<MetricEntry, "step" | "timestamp" | "value">,
): boolean {
  if (entry.step !== latest.step) return entry.step > latest.step;
  if (entry.timestamp !== latest.timestamp) return entry.timestamp > latest.timestamp;
  return asNumber(entry.value) > asNumber(latest.value);
}
