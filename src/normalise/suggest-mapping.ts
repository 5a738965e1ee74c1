import type { EvidenceFile, Value } from "../model/adapter.js";
import { interpretMetric } from "./metric-vocabulary.js";
import { driftMappings } from "./suggest-drift.js";
import { compileMapping, mapFile } from "./mapping.js";
import { mappingsOfItem, mappingsOfNumbers } from "./suggest-item.js";
import { isItem, isNumeric, stepTo, type ItemPlace, type WrittenMapping } from "./suggest-place.js";

/** A proposed mapping, and how many facts it gives of the file. */
export interface Suggestion {
  readonly map: WrittenMapping;
  readonly facts: number;
}

const deepest = 6;
const mostSuggested = 60;

/** Keys below which nothing is a result. */
const skipped =
  /^(params?|parameters|config(uration)?|settings|options|args|env(ironment)?|hardware|metadata|meta|schema|tags|notes?|artifacts?|dependencies|thresholds?|targets?|limits?|umbrales(_\w+)?|limites)$/i;

const momentKey = /^(timestamp|generated(_at)?|created(_at)?|(fecha|data)(_\w+)?|\w*_?(at|date|time|fecha))$/i;
const isMoment = (value: Value | undefined): boolean => typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);

/** What the document says of all its facts: the data set, the date, the limit. */
function sharedFields(document: Value): ItemPlace["shared"] {
  if (!isItem(document)) return {};
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(document)) {
    if (/^data_?set(_?name)?$/i.test(key) && typeof value === "string") found["dataset"] ??= stepTo("$$", key);
    if (momentKey.test(key) && isMoment(value)) found["at"] ??= stepTo("$$", key);
    if (/^threshold$/i.test(key) && isNumeric(value)) found["threshold"] ??= stepTo("$$", key);
  }
  return found;
}

const generic = /^((by|per)_)?(groups?|segments?|slices?|values?|items?|results?|rows?|data)$/i;

/** The column that a key above its values names: `by_country`, `per_segment`, `countries`. */
function columnIn(key: string): string {
  const named = /^(?:by|per)_(\w+)$/i.exec(key)?.[1] ?? key;
  return named === "" ? "part" : named;
}

/** The slice of items that their keys name; a column's own key stands two levels above where the inner key says nothing. */
function sliceOf(place: ItemPlace, key: string): ItemPlace["slice"] {
  const depth = place.each.length + 1;
  const outer = place.keyed && generic.test(key);
  return outer ? { [`@key${depth - 1}`]: `@key${depth}` } : { ...place.slice, [columnIn(key)]: `@key${depth}` };
}

/** True where the members are alike: records with the same keys for the most part. */
function areAlike(items: readonly Value[]): boolean {
  const [first, ...rest] = items;
  if (!isItem(first) || Object.keys(first).length === 0) return false;
  const keys = Object.keys(first);
  return rest.every((item) => isItem(item) && keys.filter((key) => Object.hasOwn(item, key)).length * 2 >= keys.length);
}

/** One record with every key that some item has, so that what the first item lacks is seen. */
function merged(items: readonly Value[]): Value {
  const all = new Map<string, Value>();
  for (const item of items.slice(0, 200))
    if (isItem(item))
      for (const [key, value] of Object.entries(item)) if ((all.get(key) ?? null) === null) all.set(key, value);
  return Object.fromEntries(all);
}

/** `by_attribute`: what follows are its values, alike or not. */
const byColumn = /^(by|per)_/i;

class Walk {
  readonly maps: WrittenMapping[] = [];

  /** Everything below a value that may be facts. */
  visit(value: Value, place: ItemPlace, key: string, depth: number): void {
    if (depth > deepest || this.maps.length > mostSuggested) return;
    if (Array.isArray(value)) return this.list(value as readonly Value[], place, key, depth);
    if (!isItem(value)) return;
    const held = Object.entries(value);
    const inner = held.map(([, child]) => child);
    const named = held.length > 1 && !held.some(([name]) => skipped.test(name));
    if (named && inner.every(isItem) && (areAlike(inner) || byColumn.test(key)))
      return this.keyed(merged(inner), place, key, depth);
    if (
      held.length > 1 &&
      inner.every((child) => isNumeric(child)) &&
      key !== "" &&
      place.path !== "$" &&
      driftMappings(value, place).length === 0
    ) {
      const each = [...place.each, `${place.path}.*`];
      const found = mappingsOfNumbers(key, { ...place, each, path: "$", keyed: true });
      if (found.length > 0) return void this.maps.push(...found);
    }
    this.maps.push(...mappingsOfItem(value, place));
    for (const [name, child] of held) {
      if (skipped.test(name) || typeof child !== "object" || child === null) continue;
      this.visit(child, { ...place, path: stepTo(place.path, name) }, name, depth + 1);
    }
  }

  private list(items: readonly Value[], place: ItemPlace, key: string, depth: number): void {
    if (!areAlike(items)) return;
    const first = merged(items);
    if (!isItem(first)) return;
    const each = [...place.each, `${place.path}[*]`];
    this.visit(first, { ...place, each, path: "$", slice: this.textSlice(first), keyed: false }, key, depth + 1);
  }

  /** Rows of a list are told apart by the first text in them. */
  private textSlice(item: { readonly [key: string]: Value }): ItemPlace["slice"] {
    const name = Object.keys(item).find(
      (column) => typeof item[column] === "string" && !isNumeric(item[column]) && !momentKey.test(column),
    );
    return name === undefined ? {} : { [name]: stepTo("$", name) };
  }

  private keyed(first: Value, place: ItemPlace, key: string, depth: number): void {
    const each = [...place.each, `${place.path}.*`];
    const slice = key === "" ? { part: `@key${each.length}` } : sliceOf(place, key);
    this.visit(first, { ...place, each, path: "$", slice, keyed: true }, key, depth + 1);
  }
}

const root = (document: Value): ItemPlace => ({
  each: [],
  path: "$",
  slice: {},
  shared: sharedFields(document),
  keyed: false,
  document,
});

/** The document that mappings are applied to: rows of tables and lines are a list of records. */
function documentOf(file: EvidenceFile): Value | undefined {
  const { table } = file;
  if (table !== undefined)
    return table.rows.map((row) => Object.fromEntries(table.header.map((name, at) => [name, row[at] ?? null])));
  return file.syntax === "json-lines" ? file.values.map(({ value }) => value) : file.value;
}

/** In a report of drift, numbers that no vocabulary knows count columns and rows: they are no results of the model. */
function withoutTallies(maps: readonly WrittenMapping[]): readonly WrittenMapping[] {
  if (!maps.some(({ kind, scope }) => kind === "drift" && scope === "column")) return maps;
  return maps.filter(({ kind, metric }) => {
    const named = kind === "measurement" && typeof metric === "string" && !metric.startsWith("@");
    return !named || interpretMetric(metric).known;
  });
}

/**
 * Mappings that turn a home-grown file into facts, in the order in which their numbers stand in it. Each was tried on
 * the file: one that gives no fact is not proposed. They are proposals: what a number means, a person has to say.
 */
export function suggestMappings(file: EvidenceFile): readonly Suggestion[] {
  const document = documentOf(file);
  if (document === undefined || file.broken) return [];
  const walk = new Walk();
  walk.visit(document, root(document), "", 0);
  return withoutTallies(walk.maps)
    .slice(0, mostSuggested)
    .flatMap((map): Suggestion[] => {
      const compiled = compileMapping(map);
      if (compiled.kind === "invalid") return [];
      const facts = mapFile(file, compiled.mapping).filter(({ kind }) => kind !== "problem").length;
      return facts === 0 ? [] : [{ map, facts }];
    });
}

const plainText = /^[A-Za-z$@][A-Za-z0-9_$@.*-]*$/;
const reserved = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A value in YAML's flow style. */
function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((item: Value) => flow(item)).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, held]) => `${flow(key)}: ${flow(held)}`)
      .join(", ")} }`;
  if (typeof value !== "string") return String(value);
  return plainText.test(value) && !reserved.test(value) && !value.startsWith("@") ? value : JSON.stringify(value);
}

/** A path as a glob that means nothing else. */
const asGlob = (path: string): string => path.replace(/[[\]{}()*?!+@\\]/g, "\\$&");

export interface Proposal {
  /** Relative to the configuration's root. */
  readonly path: string;
  readonly suggestions: readonly Suggestion[];
}

/** The lines of `referee.yaml` that make the proposals its own. */
export const suggestionText = (proposals: readonly Proposal[]): string =>
  [
    "evidence:",
    ...proposals.flatMap(({ path, suggestions }) =>
      suggestions.map(({ map }) => `  - files: ${flow(asGlob(path))}\n    map: ${flow(map)}`),
    ),
    "",
  ].join("\n");
