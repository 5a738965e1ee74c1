import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { numeric, scalarText, type ValueRecord } from "../../read/shape.js";
import type { Frame } from "./frame.js";
import { frameRoles, sample, type FrameRoles } from "./frame-roles.js";
import { isCountKey, nothingSaid, surrounding } from "./metrics-beside.js";
import { rateTrials, type Counts } from "./rate-trials.js";
import { countOfSplit } from "./split-counts.js";
import { inOneUnit } from "./shares-in-percent.js";
import { splitNamed } from "./split-named.js";
import { foldNumbered, summaryNamed } from "./summary-rows.js";

/** Data frames of results: metrics as columns, or a row for each metric. */

/** What the other cells of a row say of its numbers. */
interface RowContext {
  readonly said: Said;
  readonly counts: Counts;
}

interface Said {
  readonly slice: Slice;
  readonly step?: number | null;
  readonly fold?: number | null;
  readonly threshold?: number | null;
  readonly dataset?: string;
  readonly split?: string;
  readonly about?: string;
  readonly protocol?: string;
  readonly standard_error?: number | null;
}

/** How yardstick averaged over classes; `standard`, `binary` and `multiclass` tell of no average. */
const averages = /^(macro|micro|macro_weighted|hand_till)$/;

const rowText = (cell: Value | undefined): string => scalarText(cell)?.trim() ?? "";

function contextOf(frame: Frame, found: FrameRoles, row: number, isOwn: (name: string) => boolean): RowContext {
  let said: Said = { slice: {} };
  let counts: Counts = { n: null, positives: null, negatives: null };
  found.roles.forEach((role, at) => {
    const cell = frame.cell(row, at);
    const shown = rowText(cell);
    if (shown === "") return;
    const number = numeric(cell) ?? null;
    switch (role.kind) {
      case "slice":
        said = { ...said, slice: { ...said.slice, [role.column]: shown } };
        return;
      case "segment-value":
        said = { ...said, slice: { ...said.slice, [segmentOf(frame, found, row)]: shown } };
        return;
      case "n":
      case "positives":
      case "negatives":
        counts = { ...counts, [role.kind]: number };
        return;
      case "fold":
        said = { ...said, ...foldSaid(shown, number) };
        return;
      case "step":
      case "threshold":
        said = { ...said, [role.kind]: number };
        return;
      case "stage":
        said = { ...said, protocol: stageWords(frame.columns[at] ?? "", shown) };
        return;
      case "dataset":
        said = { ...said, dataset: shown };
        return;
      case "split":
        said = { ...said, split: splitNamed(shown) ?? shown };
        return;
      case "model":
        if (!isOwn(shown)) said = { ...said, about: shown };
        return;
      case "estimator":
        if (averages.test(shown)) said = { ...said, protocol: shown.replace("macro_weighted", "weighted") };
        return;
      case "standard-error":
        said = { ...said, standard_error: number };
        return;
      case "metric":
      case "metric-name":
      case "value":
      case "segment":
      case "id":
      case "number":
      case "ignored":
        return;
    }
  });
  return { said, counts };
}

/** "stage 2" of a number, and "head" as it is. */
const stageWords = (column: string, shown: string): string =>
  /^\d/.test(shown) ? `${column.toLowerCase()} ${shown}` : shown;

/** A fold by its number; the row of their mean is over all of them. */
function foldSaid(shown: string, number: number | null): Partial<Said> {
  const fold = number ?? foldNumbered(shown);
  return fold === null ? { protocol: summaryNamed(shown) === "mean" ? "mean" : shown } : { fold };
}

/** True for a row that says how far the others spread, or how many they are. */
const isSpreadRow = (frame: Frame, { roles }: FrameRoles, row: number): boolean =>
  roles.some((role, at) => role.kind === "fold" && summaryNamed(rowText(frame.cell(row, at))) === "spread");

/** Of rows that name metrics, those that name counts instead are said of all the others. */
function countsNamed(frame: Frame, { roles }: FrameRoles): ValueRecord {
  const naming = roles.findIndex(({ kind }) => kind === "metric-name");
  const values = roles.flatMap(({ kind }, at) => (kind === "value" ? [at] : []));
  const [only, ...others] = values;
  if (naming < 0 || only === undefined || others.length > 0) return {};
  const entries: [string, Value][] = [];
  for (let row = 0; row < frame.rows; row++) {
    const name = rowText(frame.cell(row, naming));
    if (isCountKey(name)) entries.push([name, frame.cell(row, only) ?? null]);
  }
  return Object.fromEntries(entries);
}

const segmentOf = (frame: Frame, { roles }: FrameRoles, row: number): string =>
  rowText(
    frame.cell(
      row,
      roles.findIndex(({ kind }) => kind === "segment"),
    ),
  );

const everythingOwn = (): boolean => true;

/** True where no two rows are of the same slice, data set, split, model, step and fold. */
export function rowsAreDistinct(frame: Frame): boolean {
  const roles = frameRoles(frame);
  const keys = new Set<string>();
  for (let row = 0; row < frame.rows; row++) {
    const name = roles.roles.findIndex(({ kind }) => kind === "metric-name");
    const { said } = contextOf(frame, roles, row, () => false);
    keys.add(JSON.stringify([{ ...said, standard_error: null }, name < 0 ? "" : rowText(frame.cell(row, name))]));
  }
  return keys.size === frame.rows;
}

/** The results of a frame; a row of another model than `isOwn` names is about that model. */
export function frameStatements(frame: Frame, isOwn: (name: string) => boolean): readonly Statement[] {
  const roles = frameRoles(frame);
  const models = roles.roles.findIndex(({ kind }) => kind === "model");
  const several = models >= 0 && new Set(sample(frame, models).map(rowText)).size > 1;
  const around = surrounding(countsNamed(frame, roles), nothingSaid);
  const statements: Statement[] = [];
  for (let row = 0; row < frame.rows; row++) {
    if (isSpreadRow(frame, roles, row)) continue;
    const context = contextOf(frame, roles, row, several ? isOwn : everythingOwn);
    for (const { name: raw, at, split } of cellsOf(frame, roles, row)) {
      const value = frame.cell(row, at);
      if (value === undefined || value === "") continue;
      const name = signed(raw, value);
      const { split: namedSplit, protocol: own } = interpretMetric(name);
      const part = split ?? context.said.split ?? namedSplit;
      const n = context.counts.n ?? countOfSplit(around.splitCounts, part) ?? around.counts.n;
      statements.push({
        kind: "measurement",
        raw_metric: name,
        value,
        n,
        ...rateTrials(name, { ...context.counts, n }),
        ...context.said,
        ...(context.said.protocol === undefined || own === null ? {} : { protocol: `${context.said.protocol} ${own}` }),
        ...(split === null ? {} : { split }),
        where: frame.where(row, at),
      });
    }
  }
  return inOneUnit(statements, ({ raw_metric }) => raw_metric);
}

/** Beside its `val_` twin, in rows of epochs, a metric is of the training data, as Keras logs it. */
const isOfTraining = (frame: Frame, found: FrameRoles, name: string): boolean =>
  found.has("step") && frame.columns.includes(`val_${name}`);

function cellsOf(
  frame: Frame,
  found: FrameRoles,
  row: number,
): readonly { readonly name: string; readonly at: number; readonly split: string | null }[] {
  const { roles } = found;
  const naming = roles.findIndex(({ kind }) => kind === "metric-name");
  if (naming < 0)
    return roles.flatMap((role, at) =>
      role.kind === "metric"
        ? [{ name: role.name, at, split: isOfTraining(frame, found, role.name) ? "train" : null }]
        : [],
    );
  const name = rowText(frame.cell(row, naming));
  if (name === "" || isCountKey(name)) return [];
  return roles.flatMap((role, at) => (role.kind === "value" ? [{ name, at, split: role.split }] : []));
}

/** Tools that always look for the greatest score turn errors round: below zero, an error is its own negative. */
function signed(name: string, value: Value): string {
  const { known, higherIsBetter, range } = interpretMetric(name);
  const turned = known && higherIsBetter === false && range.lower === 0 && (numeric(value) ?? 0) < 0;
  return turned && interpretMetric(`neg_${name}`).known ? `neg_${name}` : name;
}
