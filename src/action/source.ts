import { basename, join, posix } from "node:path";
import type { Prepared } from "../prepare/prepared.js";
import { stagesGivenBy, strictestRisk, widened } from "../prepare/widened.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import type { Configuration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Environment, FileSystem, Git } from "../model/world.js";
import { disk } from "../world/disk.js";
import { ownersIn, type Owners } from "../git/codeowners.js";
import type { ChangedPath } from "../git/changes.js";
import { isGated, type ForgeEvent } from "./event.js";
import type { ActionInputs } from "./inputs.js";
import { judgingBase, noRepository } from "./judging-base.js";
import { isFile, placeIn, type RunPlace } from "../change/place.js";
import * as repository from "../change/repository.js";
import type { Checkout, Judged } from "../change/repository.js";
import {
  editedRules,
  namedPolicies,
  preparedOf,
  proposedBy,
  refuseNew,
  unapproved,
  workflowNotes,
  type Proposal,
} from "../change/rules.js";

/** What judges, and what is judged: of a change, the base's policies and the head's evidence. */
export type JudgingSource = Prepared &
  Pick<
    JudgeRequest,
    | "tree"
    | "outside"
    | "rootName"
    | "scope"
    | "base"
    | "release"
    | "history"
    | "judgingHistory"
    | "policiesFrom"
    | "touched"
    | "renames"
    | "entering"
    | "problems"
  > & {
    /** Null where there is no repository. */
    readonly git: Git | null;
    /** Of the base's CODEOWNERS; null where no change is judged, or the base has none. */
    readonly owners: Owners | null;
    /** Leads from the top of the repository to the root; empty, or ending in `/`. */
    readonly pathPrefix: string;
    /** Where the judged files lie, to be read again: a folder, absolute, and the commit where the working tree is another's. */
    readonly at: { readonly root: string; readonly commit: string | null };
    /** Risk class of a model that the base does not know; null where no policy speaks of any. */
    readonly riskOfNew: string | null;
    /** What would judge once the change is merged; null where it edits none of it, or what it writes is wrong. */
    readonly proposal: Proposal["prepared"];
    /**
     * The same with the files that git does not know yet, which it finds while the others are judged; itself where there
     * are none. Nothing is decided before. @throws UsageError where git cannot tell
     */
    complete(): Promise<JudgingSource>;
  };

export interface SourceRequest {
  /** Absolute folder that is asked for. */
  readonly folder: string;
  readonly inputs: ActionInputs;
  readonly event: ForgeEvent;
  readonly environment: Environment;
  readonly now: number;
}

/**
 * Finds what a run judges by. On a change, configuration, policies and waivers come from the base's objects, so that the
 * change cannot weaken what judges it; only where the base has none at all the change's own are used, and that is said.
 *
 * @throws UsageError where the base cannot be read, or what judges is wrong
 */
export async function judgingSource(request: SourceRequest): Promise<JudgingSource> {
  const { folder, inputs, event, environment } = request;
  const checkout = repository.checkoutAt(folder, environment, isGated(event.name) ? event.base : null);
  const base = judgingBase(checkout, request);
  if (base !== null && checkout !== null) return ofChange(checkout, base, request, null);
  if (isGated(event.name) && event.fault?.kind === "broken") throw new UsageError([event.fault.problem]);
  if (inputs.base !== null && checkout === null) throw new UsageError([noRepository]);
  return ofWorkingTree(checkout, request);
}

/** @param found files that git does not know yet; null while it looks for them */
async function ofChange(
  checkout: Checkout,
  base: string,
  request: SourceRequest,
  found: readonly ChangedPath[] | null,
): Promise<JudgingSource> {
  const { inputs, event, environment, now } = request;
  const judged = repository.judgedFiles(checkout, event.head, base, environment["GITHUB_BASE_REF"] || null);
  const { place, adopting } = judgingPlace(checkout, base, judged, inputs);
  const tree = repository.judgedTree(checkout, judged, place.root);
  const baseTree = repository.treeAt(checkout, base, place.root);
  const named = namedPolicies(place, checkout.folder, inputs.policies);
  if (!adopting) refuseNew(named, baseTree, tree);
  const prepared = await preparedOf(adopting ? tree : baseTree, place, named, now);
  const proposed = adopting
    ? null
    : await proposedBy(tree, place.configuration ?? inputs.config ?? "referee.yaml", named, now);
  const wider = await widened({
    configuration: prepared.configuration,
    proposed: proposed?.configuration ?? null,
    baseTree,
    tree,
    policies: prepared.policies,
  });
  const from = repository.forkPoint(checkout, base, judged);
  const { paths: known, added } = await repository.changesSince(checkout, from, judged);
  const changes = [...known, ...(found ?? [])];
  const touched = repository.touchedBy(changes);
  const edited = editedRules(repository.below(place.root, touched), place, prepared, proposed?.policies ?? []);
  const unknown = found === null ? added : null;
  // Every model is judged: not twice.
  if (unknown !== null && (edited.length > 0 || adopting))
    return ofChange(checkout, base, request, repository.told(await unknown));
  const source: JudgingSource = {
    ...prepared,
    ...where(checkout, place, environment),
    configuration: wider.configuration,
    notes: [
      ...prepared.notes,
      ...(judged.note === null ? [] : [judged.note]),
      ...(adopting
        ? ["The base has no policies and no configuration yet: this first time the change's own judge it."]
        : []),
      ...wider.notes,
      ...(edited.length === 0 || adopting
        ? []
        : [`The change edits ${edited.join(", ")}: what the base has judges it, every model.`]),
      ...workflowNotes(touched),
    ],
    problems: [
      ...(proposed?.problems ?? []),
      ...unapproved(proposed?.prepared?.waivers ?? [], prepared.waivers, event.author),
    ],
    history: repository.historyOf(checkout, judged, place.root),
    ...(adopting ? {} : { judgingHistory: repository.historyOf(checkout, { commit: base, note: null }, place.root) }),
    tree,
    base: {
      tree: await repository.withFoldersOf(
        from === base ? baseTree : repository.treeAt(checkout, from, place.root),
        checkout,
        from,
        place.root,
      ),
      label: base.slice(0, 7),
      configuration: wider.configuration,
      commit: from,
    },
    release: releaseOf(checkout, judged, place, wider.configuration),
    policiesFrom: adopting ? "working-tree" : "base",
    judgedBy: { ...prepared.judgedBy, commit: adopting ? judged.commit : base },
    git: checkout.git,
    at: { root: join(checkout.top, place.root), commit: judged.commit },
    owners: ownersIn(repository.treeAt(checkout, base, "")),
    touched: edited.length > 0 || adopting ? null : new Set(repository.below(place.root, touched)),
    renames: repository.movedFiles(changes, place.root),
    riskOfNew: strictestRisk(prepared.policies),
    entering: stagesGivenBy(proposed?.configuration ?? null),
    proposal: edited.length === 0 ? null : (proposed?.prepared ?? null),
    async complete() {
      const more = unknown === null ? [] : repository.told(await unknown);
      return more.length === 0 ? source : ofChange(checkout, base, request, more);
    },
  };
  return source;
}

/**
 * The root and the configuration that judge a change. The base's stand; the change's own only where the base has neither
 * configuration nor any policy that the inputs name.
 */
function judgingPlace(
  checkout: Checkout,
  base: string,
  judged: Judged,
  inputs: ActionInputs,
): { readonly place: RunPlace; readonly adopting: boolean } {
  const { folder } = checkout;
  const whole = repository.treeAt(checkout, base, "");
  const place = placeIn(whole, folder, inputs.config);
  const files = inputs.policies.filter((reference) => !reference.startsWith("referee:"));
  const has = (tree: FileSystem): boolean => files.some((path) => isFile(tree, posix.join(folder, path)));
  if (place.configuration !== null || has(whole)) return { place, adopting: false };
  if (inputs.config !== null && placeIn(whole, folder, null).configuration !== null) {
    const message = `the base has no configuration ${inputs.config}, although it has referee.yaml`;
    throw new UsageError([
      problemAt("usage", message, "merge the new configuration first, then name it in the workflow"),
    ]);
  }
  const ours = repository.judgedTree(checkout, judged, "");
  const own = placeIn(ours, folder, inputs.config);
  return own.configuration !== null || has(ours) ? { place: own, adopting: true } : { place, adopting: false };
}

async function ofWorkingTree(checkout: Checkout | null, request: SourceRequest): Promise<JudgingSource> {
  const { folder, inputs, event, environment, now } = request;
  const judged = checkout === null ? asItIs : judgedOn(checkout, event);
  const whole = checkout === null ? disk(folder) : repository.judgedTree(checkout, judged, "");
  const place = placeIn(whole, checkout?.folder ?? "", inputs.config);
  const tree = checkout === null ? whole : repository.judgedTree(checkout, judged, place.root);
  const prepared = await preparedOf(tree, place, namedPolicies(place, checkout?.folder ?? "", inputs.policies), now);
  const before = checkout === null ? null : comparedWith(checkout, event, inputs);
  const source: JudgingSource = {
    ...prepared,
    ...where(checkout, place, environment),
    notes: [
      ...prepared.notes,
      ...(judged.note === null ? [] : [judged.note]),
      ...(before?.note === undefined ? [] : [before.note]),
    ],
    problems: event.fault === null ? [] : [event.fault.problem],
    history: repository.historyOf(checkout, judged, place.root),
    tree,
    base:
      checkout === null || before?.commit === undefined
        ? null
        : {
            tree: repository.treeAt(checkout, before.commit, place.root),
            label: before.commit.slice(0, 7),
            configuration: prepared.configuration,
            commit: before.commit,
          },
    release: checkout === null ? () => null : releaseOf(checkout, judged, place, prepared.configuration),
    policiesFrom: "working-tree",
    git: checkout?.git ?? null,
    at: { root: join(checkout?.top ?? folder, place.root), commit: judged.commit },
    owners: null,
    touched: null,
    renames: new Map(),
    riskOfNew: null,
    proposal: null,
    complete: () => Promise.resolve(source),
  };
  return source;
}

const asItIs: Judged = { commit: null, note: null };

/**
 * What is put into service is the commit that the event names, whatever the workflow has checked out: a deployment may
 * be of any.
 */
const judgedOn = (checkout: Checkout, { name, head, promotion }: ForgeEvent): Judged =>
  promotion === null || head === null || isAsked(name) ? asItIs : repository.filesOf(checkout, head);

/** Who starts a run by hand chooses what is checked out. */
const isAsked = (name: string | null): boolean => name === "workflow_dispatch" || name === "repository_dispatch";

/** What a push or a named base gives to compare with. @throws UsageError where the named base is not there */
function comparedWith(
  checkout: Checkout,
  { before }: ForgeEvent,
  inputs: ActionInputs,
): { readonly commit?: string; readonly note?: string } {
  if (inputs.base !== null) return { commit: repository.commitNamed(checkout, inputs.base) };
  if (before === null) return {};
  try {
    return { commit: repository.commitNamed(checkout, before) };
  } catch {
    return {
      note: `What stood before this push (${before.slice(0, 7)}) is not in the clone: set fetch-depth: 0 to compare.`,
    };
  }
}

const releaseOf =
  (checkout: Checkout, judged: Judged, place: RunPlace, configuration: Configuration) => (): OtherTree | null => {
    const tag = repository.lastRelease(checkout, judged);
    if (tag === null) return null;
    const commit = repository.commitNamed(checkout, tag);
    return { tree: repository.treeAt(checkout, commit, place.root), label: tag, configuration, commit };
  };

function where(
  checkout: Checkout | null,
  place: RunPlace,
  environment: Environment,
): Pick<JudgingSource, "pathPrefix" | "rootName" | "scope"> {
  const name = environment["GITHUB_REPOSITORY"]?.split("/").at(-1) ?? basename(checkout?.top ?? "");
  return {
    pathPrefix: place.root === "" ? "" : `${place.root}/`,
    rootName: (place.root === "" ? name : posix.basename(place.root)) || "model",
    scope: [posix.relative(place.root, checkout?.folder ?? "")],
  };
}
