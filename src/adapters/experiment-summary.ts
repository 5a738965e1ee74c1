import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Arm, Statement } from "../model/fact.js";
import type { Where } from "../model/source.js";
import { hasKeys, list, member, members, numeric, text } from "../read/shape.js";
import { armOf, armsIn, badCounts, guardrails, sidesIn, tellExperiment, type ArmAt } from "./families/experiment.js";
import { sidedExperiments } from "./families/experiment-sides.js";
import { tabledExperiments } from "./families/experiment-table.js";

/** The outcome of an experiment with users: its arms, how many saw each and what came of it. */
export const experimentSummary: Adapter = {
  id: "experiment-summary",
  title: "Summary of an A/B test",
  definedAt: "https://en.wikipedia.org/wiki/A/B_testing",
  versions:
    "JSON with a list or a record of arms, or with the arms in its keys; tables with a row for each arm, a column for each arm, or a row for each experiment, as people and scripts write them",
  reads:
    "The arms with exposures and successes, or with mean and variance; when it started and ended; how often it was looked at, where the file says so. What stands beside the counts of an arm, or of a canary and what it is compared with, is a measurement about it.",
  leaves: "The planned split, the seed, and arms within parts of the data. What the file concludes is not taken over.",
  syntax: ["json", "yaml", "delimited"],
  numbersAsText: true,
  gives: ["experiment", "measurement"],

  recognises: (file) =>
    file.syntax === "delimited"
      ? tabledExperiments(file.table).length > 0
      : isExperiment(file.value) || sidesIn(file.value).length > 1 || sidedExperiments(file.value).length > 0,

  read(file) {
    const { value } = file;
    const ended = moment(value, "end");
    const found = experimentsOf(file);
    const told = found.filter(({ arms }) => arms.some(({ exposures, mean }) => exposures !== null || mean !== null));
    return [
      ...told.map(({ name, arms, where }): Statement => ({
        kind: "experiment",
        name: named(titleOf(value), name, told.length),
        arms,
        started: moment(value, "start"),
        ended,
        looks: looksAt(value),
        at: ended,
        where,
      })),
      ...found.flatMap(({ written, of }) => written.flatMap((arm) => guardrails(arm, ended, of))),
      ...found.flatMap(({ written }) => written.flatMap(badCounts)),
    ];
  },
};

interface Experiment {
  readonly name: string | null;
  /** The metric that a record within the document is of. */
  readonly of: string | null;
  readonly arms: readonly Arm[];
  readonly written: readonly ArmAt[];
  readonly where: Where;
}

const titleOf = (value: Value | undefined): string | null =>
  text(member(value, "experiment")) ?? text(member(value, "experiment_name")) ?? text(member(value, "name")) ?? null;

/** An experiment of several in a document is told apart by its own name. */
function named(title: string | null, own: string | null, several: number): string | null {
  if (title === null || own === null) return title ?? own;
  return several > 1 ? `${title}: ${own}` : title;
}

function experimentsOf(file: EvidenceFile): readonly Experiment[] {
  if (file.syntax === "delimited")
    return tabledExperiments(file.table).map(({ name, line, arms }) => ({
      name,
      of: null,
      arms: arms.map((arm) => armOf(arm.name, arm.cells)),
      written: arms,
      where: { line },
    }));
  const { value } = file;
  const counted = isExperiment(value) ? armsIn(value) : [];
  const written = counted.length > 0 ? counted : sidesIn(value);
  const arms = written.map(({ name, cells }) => armOf(name, cells));
  const place = written[0]?.where("").pointer?.replace(/\/[^/]*\/$|\/$/, "") ?? "";
  const whole: Experiment = { name: null, of: null, arms, written, where: { pointer: place } };
  if (arms.some(({ successes, mean }) => successes !== null || mean !== null)) return [whole];
  // Arms without an outcome are judged by the records that have one: a test of each metric, beside the groups.
  const sided = sidedExperiments(value).map((experiment): Experiment => ({
    name: experiment.name,
    of: experiment.name,
    arms: experiment.arms.map((arm) => armOf(arm.name, arm.cells)),
    written: experiment.arms,
    where: { pointer: experiment.pointer },
  }));
  if (sided.length === 0) return written.length === 0 ? [] : [whole];
  return written.length === 0 ? sided : [...sided, { ...whole, arms: [] }];
}

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
