import type { FileToRead, Gathered } from "../gather/gather.js";
import type { Baseline, ModelIdentity } from "../model/evidence.js";
import type { Survey } from "../survey.js";
import { evidenceFrom, read, type Run } from "./run.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** The files that a model is compared with, read; or why there are none. */
export type BaselineSide =
  | Exclude<Baseline, { kind: "evidence" }>
  | {
      readonly kind: "side";
      readonly gathered: Gathered;
      readonly files: readonly FileToRead[];
      readonly from: Survey;
      readonly label: string;
    };

/** What lies beside the candidate, marked as its baseline. */
export interface Declared {
  readonly gathered: Gathered;
  readonly files: readonly FileToRead[];
  readonly from: Survey;
}

/** What a model is compared with: each side is read once, however many rules ask for it. */
export interface Baselines {
  /** The evidence that `against` names: the base, the newest release, the champion, or another model or path. */
  evidence(against: string): Baseline;
  /** The same, before rules look at it. */
  side(against: string): BaselineSide;
}

/** @param declared what lies beside the candidate, marked as its champion's */
export function baselinesOf(model: ModelIdentity, declared: Declared, run: Run): Baselines {
  const sides = new Map<string, BaselineSide>();
  const known = new Map<string, Baseline>();
  const side = (against: string): BaselineSide => {
    const before = sides.get(against) ?? baselineSide(against, model, declared, run);
    sides.set(against, before);
    return before;
  };
  const evidenceOfSide = (found: BaselineSide): Baseline =>
    found.kind === "side"
      ? { kind: "evidence", label: found.label, evidence: evidenceFrom(found.gathered, found.from, run) }
      : found;
  return {
    side,
    evidence(against) {
      const before = known.get(against) ?? evidenceOfSide(side(against));
      known.set(against, before);
      return before;
    },
  };
}

/** What `against` names, as it was gathered. */
export function baselineSide(against: string, model: ModelIdentity, declared: Declared, run: Run): BaselineSide {
  switch (against) {
    case "base":
      return fromTree(
        model,
        run.baseSurvey,
        run.request.base?.label ?? "base",
        run,
        "there is no base to compare with",
        "say --base REF, or run on a pull request",
      );
    case "release":
      return fromTree(
        model,
        run.releaseSurvey,
        "release",
        run,
        "there is no release to compare with",
        "tag a release, and fetch tags (fetch-depth: 0)",
      );
    case "champion":
      return championOf(model, declared, run);
    default:
      return fromPath(against, model, run);
  }
}

function fromTree(
  model: ModelIdentity,
  from: Survey | null,
  label: string,
  run: Run,
  why: string,
  mend: string,
): BaselineSide {
  if (from === null) return { kind: "absent", why, mend };
  const found = from.models.find(({ identity }) => identity.name === model.name);
  if (found === undefined) return { kind: "new", why: `${model.name} is new: ${label} does not have it` };
  return sideOf(found.files, model.name, from, label, run);
}

function sideOf(all: readonly FileToRead[], model: string, from: Survey, label: string, run: Run): BaselineSide {
  const files = all.filter(({ baseline }) => !baseline);
  return { kind: "side", gathered: read(files, model, from, run), files, from, label };
}

function championOf(model: ModelIdentity, declared: Declared, run: Run): BaselineSide {
  if (declared.gathered.files.length > 0) return { kind: "side", label: "champion", ...declared };
  if (model.champion === model.name) return { kind: "itself", why: `${model.name} is the champion itself` };
  if (model.champion !== null) return fromPath(model.champion, model, run, "champion");
  return {
    kind: "absent",
    why: "no champion is named to compare with",
    mend: "name it in referee.yaml: models: [{ name, path, champion: <model> }], or mark its results with `role: baseline`",
  };
}

/** Another model by name or folder, or any file or folder below the root. */
function fromPath(against: string, model: ModelIdentity, run: Run, label = against): BaselineSide {
  const { surveyed } = run;
  const path = withoutTrailingSlashes(against);
  const named = surveyed.models.find(({ identity }) => identity.name === path || identity.path === path);
  if (named?.identity.name === model.name) return { kind: "itself", why: `${model.name} is the ${label} itself` };
  const inside = (file: FileToRead): boolean => file.path === path || file.path.startsWith(`${path}/`);
  const files =
    named?.files ?? asNamed([...surveyed.models.flatMap(({ files: own }) => own), ...surveyed.unowned].filter(inside));
  if (files.length === 0)
    return {
      kind: "absent",
      why: `nothing is at ${path} to compare with`,
      mend: "name a model, or a path below the checked root",
    };
  return sideOf(files, named?.identity.name ?? model.name, surveyed, label, run);
}

/** Files that a rule itself names are compared with, whatever their own names say. */
const asNamed = (files: readonly FileToRead[]): readonly FileToRead[] =>
  files.some(({ baseline }) => !baseline) ? files : files.map((file) => ({ ...file, baseline: false }));
