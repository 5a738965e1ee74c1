import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members, numeric, scalarText, text } from "../../read/shape.js";
import { isExposure, type ArmAt } from "./experiment.js";

/** Experiments whose arms stand in one record, told apart by its keys: `n_control`, `treatment_conversions`, `clicks_b`. */

export interface ExperimentAt {
  /** Of a record that is not the document itself; null of the document. */
  readonly name: string | null;
  readonly pointer: string;
  readonly arms: readonly ArmAt[];
}

const sideWord = "control|treatment|treated|treat|test|variant|variation|a|b|c";
const before = new RegExp(`^(${sideWord})[_ -](.{1,40})$`);
const after = new RegExp(`^(.{1,40})[_ -](?:group_)?(${sideWord})$`);

/** What the sides are called where there is nothing to compare with: a control, or the first of letters. */
const controls = new Set(["control", "a"]);

/** `testUnits` as `test_units`. */
const snake = (key: string): string => key.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();

/** A key that is of one side: the side, and what is stated of it. */
export function sidedKey(key: string): { readonly side: string; readonly cell: string } | undefined {
  if (key.length > 80) return undefined;
  const plain = snake(key);
  const [, ended, last] = after.exec(plain) ?? [];
  if (ended !== undefined && last !== undefined) return { side: last, cell: ended };
  const [, first, stem] = before.exec(plain) ?? [];
  return first === undefined || stem === undefined ? undefined : { side: first, cell: stem };
}

/** True for the sides of one comparison: a control with a treatment, or letters from A on. */
export function areSides(sides: readonly string[]): boolean {
  const letters = sides.filter((side) => side.length === 1);
  if (letters.length > 0 && letters.length < sides.length) return false;
  return sides.length > 1 && sides.length <= 4 && sides.filter((side) => controls.has(side)).length === 1;
}

/** Statsig writes the standard error of a mean under `std`: its `confidence_interval_delta` is a quantile times their root of squares. */
const erring = (value: Value | undefined): boolean =>
  members(value).some(([key]) => snake(key) === "confidence_interval_delta");

/** The sides of one record; none where neither is counted. */
export function sidedArms(value: Value | undefined, base: string): readonly ArmAt[] {
  const sides = new Map<string, { readonly cells: [string, Value][]; readonly keys: Map<string, string> }>();
  const ofMean = erring(value);
  for (const [key, held] of members(value).slice(0, 200)) {
    const found = numeric(held) === undefined ? undefined : sidedKey(key);
    if (found === undefined) continue;
    const sided = ofMean && found.cell === "std" ? { ...found, cell: "standard_error" } : found;
    const side = sides.get(sided.side) ?? { cells: [], keys: new Map<string, string>() };
    if (side.keys.has(sided.cell)) continue;
    side.cells.push([sided.cell, held]);
    side.keys.set(sided.cell, key);
    sides.set(sided.side, side);
  }
  const counted = [...sides].filter(([, { cells }]) => cells.some(([cell]) => isExposure(cell)));
  if (!areSides(counted.map(([name]) => name))) return [];
  return counted.map(([name, { cells, keys }]) => ({
    name,
    cells,
    where: (cell) => ({ pointer: pointer(base, keys.get(cell) ?? "") }),
  }));
}

/**
 * `{"f1": {"mean_a": 0.7, "mean_b": 0.72, "p_value": 0.03}}`: the keys with the side of a comparison that each is of;
 * none where no test compares them.
 */
export function comparedSides(record: Value): ReadonlyMap<string, string> {
  if (!members(record).some(([key]) => /(^|_)p_?val/i.test(key))) return new Map();
  const sided = members(record).flatMap(([key, child]): (readonly [string, string])[] => {
    const found = numeric(child) === undefined ? undefined : sidedKey(key);
    return found !== undefined && /^(mean|avg|average|rate|value|score)$/.test(found.cell) ? [[key, found.side]] : [];
  });
  return areSides(sided.map(([, side]) => side)) ? new Map(sided) : new Map();
}

const parts =
  /^(by|per)_|segment|slice|cohort|dimension|daily|weekly|time_?series|history|subgroup|power|planning|simulation|sequential|looks|interim/i;
const deepest = 4;
const mostExperiments = 50;
const nameKeys = ["metric", "metric_name", "metricName", "metricID", "name", "experiment", "test_name", "test_id"];

/** The experiments in a document, the outermost first; those within parts of the data are left out. */
export function sidedExperiments(value: Value | undefined): readonly ExperimentAt[] {
  const found: ExperimentAt[] = [];
  const look = (held: Value | undefined, base: string, key: string | null, depth: number): void => {
    if (depth > deepest || found.length >= mostExperiments) return;
    const arms = sidedArms(held, base);
    if (arms.length > 0) {
      found.push({ name: key === null ? null : nameOf(held, key), pointer: base, arms });
      return;
    }
    const listed = list(held)?.slice(0, mostExperiments);
    listed?.forEach((item, at) => {
      if (isRecord(item)) look(item, pointer(base, at), key ?? "", depth + 1);
    });
    if (listed !== undefined) return;
    for (const [name, child] of members(held).slice(0, 200))
      if (typeof child === "object" && child !== null && !parts.test(name))
        look(child, pointer(base, name), name, depth + 1);
  };
  look(value, "", null, 0);
  return found;
}

const ofWhole = /^(overall(_results)?|results?|totals?|summary|analysis|statistics|data|ab_?test|experiment)$/i;

/** What a record calls itself, else its key; null where the key only says that it is the result. */
function nameOf(held: Value | undefined, key: string): string | null {
  for (const name of nameKeys) {
    const said = text(member(held, name)) ?? scalarText(member(held, name));
    if (said !== undefined && said !== "") return said;
  }
  return key === "" || ofWhole.test(key) ? null : key;
}
