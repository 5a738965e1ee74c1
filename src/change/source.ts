import { join, posix } from "node:path";
import { ownersIn, type Owners } from "../git/codeowners.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import type { Configuration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { FileSystem, Git } from "../model/world.js";
import type { Prepared } from "../prepare/prepared.js";
import { stagesGivenBy, strictestRisk, widened } from "../prepare/widened.js";
import { disk } from "../world/disk.js";
import { commitNamed, treeAt, type Checkout } from "./checkout.js";
import { withMoves } from "./moved.js";
import { isFile, placeIn, type RunPlace } from "./place.js";
import * as repository from "./repository.js";
import type { Judged } from "./repository.js";
import {
  editedRules,
  namedPolicies,
  preparedOf,
  proposedBy,
  refuseNew,
  unapproved,
  workflowNotes,
  type Proposal,
} from "./rules.js";

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
    owners(): Owners | null;
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

/** A change, and what of it is asked for. */
export interface ChangeRequest {
  readonly checkout: Checkout;
  /** Digest of the commit whose policies judge. */
  readonly base: string;
  /** The change's own commit, as an event names it; null for what is checked out. */
  readonly head: string | null;
  /** The base's branch, as a runner names it; null where nobody does. */
  readonly branch: string | null;
  /** The repository's name, which a model in its top has. */
  readonly name: string;
  /** What is asked for, relative to the top. */
  readonly asked: readonly string[];
  /** A configuration in place of referee.yaml, relative to the checkout's folder; null where none is named. */
  readonly config: string | null;
  /** Policies in place of those that the configuration names, relative to the checkout's folder. */
  readonly policies: readonly string[];
  /** Who brings the change; null where nobody tells. */
  readonly author: string | null;
  readonly mends: ChangeMends;
  readonly now: number;
}

/** What whoever asks is told to do where a change cannot be judged. */
export interface ChangeMends {
  /** The clone does not have all of the history. */
  readonly history: string;
  /** Only the change has the policies that are named. @param kept those that the base has as well */
  newPolicy(kept: readonly string[]): string;
  /** Only the change has the configuration that is named. */
  readonly newConfiguration: string;
}

/**
 * Finds what judges a change, and what of it: configuration, policies and waivers come from the base's objects, so that
 * the change cannot weaken what judges it; only where the base has none at all the change's own are used, and that is
 * said.
 *
 * @throws UsageError where the base cannot be read, or what judges is wrong
 */
export async function changeSource(request: ChangeRequest): Promise<JudgingSource> {
  const { checkout, base, mends, now } = request;
  const judged = repository.judgedFiles(checkout, request.head, base, request.branch);
  const { place, adopting } = judgingPlace(request, judged);
  const tree = repository.judgedTree(checkout, judged, place.root);
  const baseTree = treeAt(checkout, base, place.root);
  const named = namedPolicies(place, checkout.folder, request.policies);
  if (!adopting) refuseNew(named, baseTree, tree, mends);
  const prepared = await preparedOf(adopting ? tree : baseTree, place, named, now);
  const proposed = adopting
    ? null
    : await proposedBy(tree, place.configuration ?? request.config ?? "referee.yaml", named, now);
  const wider = await widened({
    configuration: prepared.configuration,
    proposed: proposed?.configuration ?? null,
    baseTree,
    tree,
    policies: prepared.policies,
  });
  const from = repository.forkPoint(checkout, base, judged);
  const { paths, fresh, added } = await repository.changesSince(checkout, from, judged, mends.history);
  // What an event names is committed, and git tells what moved.
  const changes =
    request.head === null ? withMoves(paths, fresh ?? [], treeAt(checkout, from, ""), disk(checkout.top)) : paths;
  const touched = repository.touchedBy(changes);
  const edited = editedRules(repository.below(place.root, touched), place, prepared, proposed?.policies ?? []);
  const again = async (): Promise<JudgingSource | null> =>
    added === null || (await added()).length === 0 ? null : changeSource(request);
  // Every model is judged: not twice.
  if (edited.length > 0 || adopting) {
    const whole = await again();
    if (whole !== null) return whole;
  }
  const source: JudgingSource = {
    ...prepared,
    ...whereIn(place, request),
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
      ...unapproved(proposed?.prepared?.waivers ?? [], prepared.waivers, request.author),
    ],
    // They were sought below the folder that is asked for.
    history: repository.historyOf(checkout, judged, place.root, place.root === checkout.folder ? fresh : null),
    ...(adopting ? {} : { judgingHistory: repository.historyOf(checkout, { commit: base, note: null }, place.root) }),
    tree,
    base: {
      tree: await repository.withFoldersOf(
        from === base ? baseTree : treeAt(checkout, from, place.root),
        checkout,
        from,
        place.root,
      ),
      label: base.slice(0, 7),
      configuration: wider.configuration,
      commit: from,
    },
    release: releaseOf(checkout, judged, place, wider.configuration, request.head === null ? from : null),
    policiesFrom: adopting ? "working-tree" : "base",
    judgedBy: { ...prepared.judgedBy, commit: adopting ? judged.commit : base },
    git: checkout.git,
    at: { root: join(checkout.top, place.root), commit: judged.commit },
    owners: () => ownersIn(treeAt(checkout, base, "")),
    touched: edited.length > 0 || adopting ? null : new Set(repository.below(place.root, touched)),
    renames: repository.movedFiles(changes, place.root),
    riskOfNew: strictestRisk(prepared.policies),
    entering: stagesGivenBy(proposed?.configuration ?? null),
    proposal: edited.length === 0 ? null : (proposed?.prepared ?? null),
    complete: async () => (await again()) ?? source,
  };
  return source;
}

/**
 * The root and the configuration that judge a change. The base's stand; the change's own only where the base has neither
 * configuration nor any policy that is named.
 */
function judgingPlace(
  { checkout, base, config, policies, mends }: ChangeRequest,
  judged: Judged,
): { readonly place: RunPlace; readonly adopting: boolean } {
  const { folder } = checkout;
  const whole = treeAt(checkout, base, "");
  const place = placeIn(whole, folder, config);
  const files = policies.filter((reference) => !reference.startsWith("referee:"));
  const has = (tree: FileSystem): boolean => files.some((path) => isFile(tree, posix.join(folder, path)));
  if (place.configuration !== null || has(whole)) return { place, adopting: false };
  if (config !== null && placeIn(whole, folder, null).configuration !== null) {
    const message = `the base has no configuration ${config}, although it has referee.yaml`;
    throw new UsageError([problemAt("usage", message, mends.newConfiguration)]);
  }
  const ours = repository.judgedTree(checkout, judged, "");
  const own = placeIn(ours, folder, config);
  return own.configuration !== null || has(ours) ? { place: own, adopting: true } : { place, adopting: false };
}

/** The newest release before what is judged, as a tree to compare with. @param from as `lastRelease` takes it */
export const releaseOf =
  (checkout: Checkout, judged: Judged, place: RunPlace, configuration: Configuration, from: string | null) =>
  (): OtherTree | null => {
    const tag = repository.lastRelease(checkout, judged, from);
    if (tag === null) return null;
    const commit = commitNamed(checkout, tag);
    return { tree: treeAt(checkout, commit, place.root), label: tag, configuration, commit };
  };

/** Where a run stands in its repository, by what is asked for. */
export const whereIn = (
  { root }: RunPlace,
  { name, asked }: Pick<ChangeRequest, "name" | "asked">,
): Pick<JudgingSource, "pathPrefix" | "rootName" | "scope"> => ({
  pathPrefix: root === "" ? "" : `${root}/`,
  rootName: (root === "" ? name : posix.basename(root)) || "model",
  scope: asked.map((path) => posix.relative(root, path)),
});
