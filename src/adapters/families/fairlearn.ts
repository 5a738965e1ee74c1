import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, member, members, number } from "../../read/shape.js";
import { frameOf } from "./frame.js";
import { isBeside } from "./metrics-beside.js";
import { keyRole } from "./metrics-keys.js";
import { isMeasured, isSpread } from "./metrics-place.js";

/** Metrics by group as Fairlearn's MetricFrame holds them: `{metric: {group: value}}`. */

const isAmount = (value: Value): boolean => value === null || isMeasured(value);

const isMetric = (name: string): boolean => !isBeside(name) && interpretMetric(name).known;

/** A group is no split of the data, no word for results and no spread of a metric. */
const isGroupName = (name: string): boolean =>
  isTuple(name) ||
  (!isMetric(name) &&
    !isSpread(name) &&
    !["split", "protocol", "fold", "transparent", "skipped"].includes(keyRole(name).kind));

const isTuple = (key: string): boolean => key.startsWith("(") && key.endsWith(")");

/** True for `{metric: {group: value}}`, every metric over the same groups. */
export function isByGroup(value: Value | undefined): boolean {
  const [first, ...rest] = members(value);
  const groups = members(first?.[1]).map(([group]) => group);
  if (groups.length < 2 || !groups.every(isGroupName)) return false;
  const sameGroups = (held: Value): boolean =>
    isRecord(held) &&
    members(held).length === groups.length &&
    groups.every((group) => Object.hasOwn(held, group)) &&
    members(held).every(([, amount]) => isAmount(amount));
  const named = members(value).filter(([name]) => isMetric(name)).length;
  return (
    named > 0 &&
    named * 2 >= members(value).length - 1 &&
    [first?.[1] ?? null, ...rest.map(([, held]) => held)].every(sameGroups)
  );
}

/** Groups named together, as Python writes a tuple: `('18-24', 'app')`. */
export function groupValues(key: string): readonly string[] {
  if (!isTuple(key)) return [key];
  const parts: string[] = [];
  const part = /\s*(?:(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*|([^\s,'"()][^,'"()]*))(?:,|$)/y;
  const inner = key.slice(1, -1);
  while (part.lastIndex < inner.length) {
    const match = part.exec(inner);
    if (match === null) return [key];
    parts.push((match[1] ?? match[2] ?? match[3] ?? "").replace(/\\(.)/g, "$1").trim());
  }
  return parts.length > 0 ? parts : [key];
}

/** The header of a table whose parser is not loaded, because the run asks for another file. */
const firstLine = ({ syntax, text }: EvidenceFile): readonly string[] | undefined =>
  syntax === "delimited" ? text.slice(0, text.search(/[\r\n]|$/)).split(",") : undefined;

/** Columns that name the groups in files of the same frame, which keep them: `by_group_records.json`, `by_group.csv`. */
function columnsBeside(file: EvidenceFile, stem: string, count: number): readonly string[] | undefined {
  for (const name of [`${stem}_records.json`, `${stem}.csv`, `${stem}.json`]) {
    const beside = name === file.name ? null : file.neighbour(name);
    const columns = beside === null ? undefined : (frameOf(beside)?.columns ?? firstLine(beside));
    const features = columns?.slice(0, count);
    if (
      features !== undefined &&
      features.length === count &&
      !features.some((column) => column === "" || isMetric(column))
    )
      return features;
  }
  return undefined;
}

/** Fairlearn calls features without a name by their place. */
const unnamed = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `sensitive_feature_${place}`);

/** The names of the sensitive features: the file itself has only their values. */
export function featureNames(file: EvidenceFile, groups: readonly string[]): readonly string[] {
  const count = Math.max(1, ...groups.map((group) => groupValues(group).length));
  return (
    columnsBeside(file, file.name.replace(/\.\w+$/, ""), count) ??
    columnsBeside(file, "by_group", count) ??
    unnamed(count)
  );
}

function sliceOf(group: string, names: readonly string[]): Slice {
  const values = groupValues(group);
  return Object.fromEntries(values.map((value, place) => [names[place] ?? `sensitive_feature_${place}`, value]));
}

export const groupsOf = (value: Value | undefined): readonly string[] =>
  members(members(value)[0]?.[1]).map(([group]) => group);

const countKey = (value: Value | undefined): string | undefined =>
  members(value).find(([name]) => /^(count|n|n_?samples|size)$/i.test(name))?.[0];

/** Every metric of every group; a count beside them is the number of examples of the group. */
export function byGroupStatements(value: Value | undefined, base: string, names: readonly string[]): Statement[] {
  const counted = countKey(value);
  const counts = counted === undefined ? undefined : member(value, counted);
  return members(value)
    .filter(([name]) => name !== counted)
    .flatMap(([name, groups]) =>
      members(groups).map(([group, amount]): Statement => {
        const n = number(member(counts, group));
        return {
          kind: "measurement",
          raw_metric: name,
          value: amount,
          slice: sliceOf(group, names),
          ...(n === undefined ? {} : { n }),
          where: { pointer: pointer(base, name, group) },
        };
      }),
    );
}
