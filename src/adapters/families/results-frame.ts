import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { numeric, scalarText } from "../../read/shape.js";
import type { Frame } from "./frame.js";
import { frameRoles, sample, type FrameRoles } from "./frame-roles.js";
import { rateTrials, type Counts } from "./rate-trials.js";
import { splitNamed } from "./split-named.js";

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
      case "step":
      case "fold":
      case "threshold":
        said = { ...said, [role.kind]: number };
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
  const statements: Statement[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const context = contextOf(frame, roles, row, several ? isOwn : everythingOwn);
    for (const { name: raw, at, split } of cellsOf(frame, roles, row)) {
      const value = frame.cell(row, at);
      if (value === undefined || value === "") continue;
      const name = signed(raw, value);
      statements.push({
        kind: "measurement",
        raw_metric: name,
        value,
        n: context.counts.n,
        ...rateTrials(name, context.counts),
        ...context.said,
        ...(split === null ? {} : { split }),
        where: frame.where(row, at),
      });
    }
  }
  return statements;
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
  if (name === "") return [];
  return roles.flatMap((role, at) => (role.kind === "value" ? [{ name, at, split: role.split }] : []));
}

/** Tools that always look for the greatest score turn errors round: below zero, an error is its own negative. */
function signed(name: string, value: Value): string {
  const { known, higherIsBetter, range } = interpretMetric(name);
  const turned = known && higherIsBetter === false && range.lower === 0 && (numeric(value) ?? 0) < 0;
  return turned && interpretMetric(`neg_${name}`).known ? `neg_${name}` : name;
}
