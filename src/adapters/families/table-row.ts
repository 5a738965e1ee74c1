import type { Cell } from "../../model/adapter.js";
import type { Slice, StatedInterval, Statement } from "../../model/fact.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { sliceNamed } from "./slice-text.js";
import { levelNamed, spreadNamed, statedNumber, withSpreadAs, type StatedNumber } from "./stated-number.js";
import { type ColumnRole } from "./table-columns.js";
import { splitNamed } from "./split-named.js";

/** Whose results a document tells. */
export interface Teller {
  /** True where its tables name several models: a table of one row is then of the model that it names. */
  readonly compares: boolean;
  /** True for a name of the model that the document is about. */
  isOwn(label: string): boolean;
}

export type Measurement = Extract<Statement, { kind: "measurement" }>;

/** What the other cells of a row say of the numbers in it. */
export interface RowFacts {
  readonly dataset?: string;
  readonly split?: string;
  readonly slice?: Slice;
  readonly protocol?: string;
  readonly about?: string;
  readonly n?: number;
  readonly step?: number;
  readonly fold?: number;
  readonly threshold?: number;
  readonly interval?: StatedInterval;
  readonly standard_error?: number;
  readonly unit?: string;
}

const overall =
  /^(overall|all|total|everything|entire|full|whole|complete|any|global|aggregated?|combined)( (data|test set|set|rows|samples|population))?$/;
const averaged: Readonly<Record<string, string>> = {
  "macro avg": "macro",
  "macro average": "macro",
  macro: "macro",
  "weighted avg": "weighted",
  "weighted average": "weighted",
  weighted: "weighted",
  "micro avg": "micro",
  "micro average": "micro",
  micro: "micro",
  average: "mean",
  avg: "mean",
  mean: "mean",
};

/** True for words that mean all of the data. */
export const saysWhole = (words: string): boolean => overall.test(plainHeading(words));

function slicing(column: string, label: string): RowFacts {
  const plain = plainHeading(label);
  if (overall.test(plain)) return {};
  if (Object.hasOwn(averaged, plain)) return { protocol: averaged[plain] ?? plain };
  // Below "Slice", "region=emea" names the column as well.
  const named = /^(slices?|segments?|(sub)?groups?|cohorts?|subsets?|subpopulations?)$/.test(plainHeading(column))
    ? sliceNamed(label)
    : {};
  return { slice: Object.keys(named).some((key) => key !== "slice") ? named : { [column]: label } };
}

/** The limits that a cell of a column of intervals states. */
function intervalOf(cell: string, header: string): RowFacts {
  const limits = statedNumber(`0 (${cell.replace(/^[([]|[)\]]$/g, "")})`)?.interval;
  return limits === null || limits === undefined
    ? {}
    : { interval: { ...limits, level: limits.level ?? levelNamed(header) } };
}

function errorOf(cell: string): RowFacts {
  const error = statedNumber(cell.replace(/^(?:±|\+\/-)\s*/, ""))?.value;
  return error === undefined || !Number.isFinite(error) ? {} : { standard_error: error };
}

/** "Test (subjects 14-15)": the part, and which of the data it is. */
function splitOf(text: string): RowFacts {
  const [, words = "", remark = ""] = /^([^()]{2,30}?)\s*\(([^()]{1,60})\)$/.exec(text.trim()) ?? [];
  const split = splitNamed(text) ?? splitNamed(words);
  if (split === null) return { split: text };
  return /\p{L}/u.test(remark) && !/^n\s*=/i.test(remark) ? { split, dataset: remark } : { split };
}

/** What one cell says of the numbers beside it. */
function cellFacts(role: ColumnRole, text: string, teller: Teller, alone: boolean): RowFacts {
  const number = statedNumber(text)?.value;
  switch (role.kind) {
    case "model":
      return alone || teller.isOwn(text) ? {} : { about: text };
    case "dataset":
      return { dataset: text };
    case "split":
      return splitOf(text);
    case "slice":
      return slicing(role.column, text);
    case "unit":
      return /^(%|percent|pct)$/i.test(text) ? { unit: "percent" } : /^(ms|s)$/.test(text) ? { unit: text } : {};
    case "n":
    case "step":
    case "fold":
    case "threshold":
      return number === undefined || !Number.isFinite(number) ? {} : { [role.kind]: number };
    case "setting":
      return alone ? {} : { about: `${role.column} ${text}` };
    case "metric":
    case "metric-name":
    case "value":
    // Of the number that they stand behind: `uncertaintyBeside`.
    case "interval":
    case "error":
    case "ignored":
      return {};
  }
}

/** What the cells of a row say of its numbers; `alone` where the table is about one model. */
export function rowFacts(roles: readonly ColumnRole[], row: readonly Cell[], teller: Teller, alone: boolean): RowFacts {
  let facts: RowFacts = {};
  roles.forEach((role, column) => {
    const text = row[column]?.text ?? "";
    if (text === "") return;
    const said = cellFacts(role, text, teller, alone);
    if (role.kind === "setting" && facts.about !== undefined && said.about !== undefined) {
      facts = { ...facts, about: `${facts.about}, ${said.about}` };
      return;
    }
    facts = { ...facts, ...said, ...(said.slice && facts.slice ? { slice: { ...facts.slice, ...said.slice } } : {}) };
  });
  return facts;
}

const holdsValues = ({ kind }: ColumnRole): boolean => kind === "metric" || kind === "value";

/**
 * The interval and the standard error of the number in a column: those that stand in columns of their own behind it, up
 * to the next number. In a table of one number a row they may stand before it as well.
 */
export function uncertaintyBeside(
  column: number,
  roles: readonly ColumnRole[],
  row: readonly Cell[],
  header: readonly Cell[],
): RowFacts {
  const next = roles.findIndex((role, at) => at > column && holdsValues(role));
  const alone = roles.filter(holdsValues).length === 1;
  let facts: RowFacts = {};
  roles.forEach(({ kind }, at) => {
    const text = row[at]?.text ?? "";
    if (text === "" || !(alone || (at > column && (next < 0 || at < next)))) return;
    if (kind === "interval") facts = { ...facts, ...intervalOf(text, header[at]?.text ?? "") };
    if (kind === "error") facts = { ...facts, ...errorOf(text) };
  });
  return facts;
}

/**
 * The result that a cell states.
 *
 * @param over the words over it that may say what its ± is: the header of its column, the name of the metric
 */
export function measurement(
  name: string,
  cell: Cell,
  stated: StatedNumber,
  said: RowFacts,
  over: readonly string[] = [],
): Measurement {
  const meaning = over.map(spreadNamed).find((one) => one !== null) ?? null;
  const { interval, outOf, n, split, unit, value, standardError } = withSpreadAs(stated, meaning);
  const level = interval?.level ?? over.map(levelNamed).find((one) => one !== null) ?? null;
  const limits = interval === null ? said.interval : { ...interval, level };
  return {
    kind: "measurement",
    where: { line: cell.line, column: cell.column },
    raw_metric: name,
    value,
    ...said,
    ...(unit === null ? {} : { unit }),
    ...(split === null ? {} : { split }),
    ...(n === null ? {} : { n }),
    ...(limits === undefined ? {} : { interval: limits }),
    ...(standardError === null ? {} : { standard_error: standardError }),
    ...(outOf === null ? {} : { n: outOf, trials: outOf }),
  };
}
