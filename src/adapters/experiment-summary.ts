import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, list, member, members, numeric, text } from "../read/shape.js";
import {
  armOf,
  armsIn,
  badCounts,
  guardrails,
  isArmName,
  sidedKeysIn,
  sidesIn,
  tellArm,
  tellExperiment,
  type ArmAt,
} from "./families/experiment.js";

/** The outcome of an experiment with users: its arms, how many saw each and what came of it. */
export const experimentSummary: Adapter = {
  id: "experiment-summary",
  title: "Summary of an A/B test",
  definedAt: "https://en.wikipedia.org/wiki/A/B_testing",
  versions:
    "JSON with a list or a record of arms, and tables with a row for each arm, as people and scripts write them",
  reads:
    "The arms with exposures and successes, or with mean and variance; when it started and ended; how often it was looked at, where the file says so. What stands beside the counts of an arm, or of a canary and what it is compared with, is a measurement about it.",
  leaves: "The planned split, the seed, and arms within parts of the data. What the file concludes is not taken over.",
  syntax: ["json", "yaml", "delimited"],
  numbersAsText: true,
  gives: ["experiment", "measurement"],

  recognises: (file) =>
    file.syntax === "delimited"
      ? armsInTable(file).length > 1
      : isExperiment(file.value) || sidesOf(file.value).length > 1,

  read: (file) => {
    const { value } = file;
    const counted = file.syntax === "delimited" ? armsInTable(file) : isExperiment(value) ? armsIn(value) : [];
    const arms = counted.length > 0 ? counted : sidesOf(value);
    const ended = moment(value, "end");
    const stated = arms.map(({ name, cells }) => armOf(name, cells));
    const experiment: Statement = {
      kind: "experiment",
      name:
        text(member(value, "experiment")) ??
        text(member(value, "experiment_name")) ??
        text(member(value, "name")) ??
        null,
      arms: stated,
      started: moment(value, "start"),
      ended,
      looks: looksAt(value),
      at: ended,
      where:
        file.syntax === "delimited"
          ? { line: 1 }
          : { pointer: arms[0]?.where("").pointer?.replace(/\/[^/]*\/$|\/$/, "") ?? "" },
    };
    return [
      ...(stated.some(({ exposures, mean }) => exposures !== null || mean !== null) ? [experiment] : []),
      ...arms.flatMap((arm) => guardrails(arm, ended)),
      ...arms.flatMap(badCounts),
    ];
  },
};

const sidesOf = (value: Value | undefined): readonly ArmAt[] => {
  const sides = sidesIn(value);
  return sides.length > 0 ? sides : sidedKeysIn(value);
};

/** Two arms or more, and a word that it is an experiment, or an arm that nobody else has. */
function isExperiment(value: Value | undefined): boolean {
  const arms = armsIn(value);
  if (arms.length < 2) return false;
  const told =
    hasKeys(value, "experiment") ||
    ["experiment_name", "experiment_id", "variants", "variations", "arms", "test_name"].some((key) =>
      hasKeys(value, key),
    );
  return told || tellExperiment(arms.map(({ name }) => name));
}

/** A row for each arm, no arm twice. */
function armsInTable({ table }: EvidenceFile): readonly ArmAt[] {
  if (table === undefined || table.rows.length < 2 || table.rows.length > 50) return [];
  const { header } = table;
  const named = header.findIndex(isArmName);
  if (named < 0 || !tellArm(header.filter((_, column) => column !== named))) return [];
  const names = table.rows.map((row) => (row[named] ?? "").trim());
  if (names.includes("") || new Set(names).size !== names.length) return [];
  if (!/^(variant|variation|arm)/i.test(header[named] ?? "") && !tellExperiment(names)) return [];
  return table.rows.map((row, index) => ({
    name: names[index] ?? "",
    cells: header.flatMap((key, column) => (column === named ? [] : [[key, row[column] ?? null] as const])),
    where: () => ({ line: table.lineOf(index) }),
  }));
}

function moment(value: Value | undefined, side: "start" | "end"): string | null {
  const keys = [side, `${side}_date`, `${side}_time`, `${side}ed`, `${side}ed_at`, `${side}_at`, `date_${side}`];
  for (const key of keys) {
    const found = text(member(value, key));
    if (found !== undefined) return found;
  }
  return null;
}

const lookKeys = /^(n_|num_|number_of_)?(looks|interim_looks|interim_analyses|analyses|peeks)(_taken|_done)?$/i;

/** How often the result was looked at, as a number or as a list of the looks. */
function looksAt(value: Value | undefined): number | null {
  for (const [key, held] of members(value)) {
    if (!lookKeys.test(key)) continue;
    const looks = list(held)?.length ?? numeric(held);
    if (looks !== undefined && Number.isInteger(looks) && looks >= 0) return looks;
  }
  return null;
}
