import { basename, join } from "node:path";
import { checkoutAt, commitNamed, treeAt, type Checkout } from "../change/checkout.js";
import { placeIn } from "../change/place.js";
import * as repository from "../change/repository.js";
import type { Judged } from "../change/repository.js";
import { namedPolicies, preparedOf } from "../change/rules.js";
import { changeSource, releaseOf, whereIn, type ChangeMends, type JudgingSource } from "../change/source.js";
import { UsageError } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { disk } from "../world/disk.js";
import { isGated, type ForgeEvent } from "./event.js";
import type { ActionInputs } from "./inputs.js";
import { judgingBase, noRepository } from "./judging-base.js";

export interface SourceRequest {
  /** Absolute folder that is asked for. */
  readonly folder: string;
  readonly inputs: ActionInputs;
  readonly event: ForgeEvent;
  readonly environment: Environment;
  readonly now: number;
}

/**
 * Finds what a run judges by: on a change what the base has, else what is checked out.
 *
 * @throws UsageError where the base cannot be read, or what judges is wrong
 */
export async function judgingSource(request: SourceRequest): Promise<JudgingSource> {
  const { folder, inputs, event, environment, now } = request;
  const checkout = checkoutAt(folder, environment, isGated(event.name) ? event.base : null);
  const base = judgingBase(checkout, request);
  if (base !== null && checkout !== null) {
    return changeSource({
      checkout,
      base,
      head: event.head,
      branch: environment["GITHUB_BASE_REF"] || null,
      name: nameOf(checkout, environment),
      asked: [checkout.folder],
      config: inputs.config,
      policies: inputs.policies,
      author: event.author,
      mends: inWorkflow,
      now,
    });
  }
  if (isGated(event.name) && event.fault?.kind === "broken") throw new UsageError([event.fault.problem]);
  if (inputs.base !== null && checkout === null) throw new UsageError([noRepository]);
  return ofWorkingTree(checkout, request);
}

const inWorkflow: ChangeMends = {
  history: "set `fetch-depth: 0` on actions/checkout",
  newPolicy(kept) {
    const meanwhile = kept.length === 0 ? "take the input `policy` away" : `name \`policy: ${kept.join(", ")}\``;
    return `merge the policy first, and name it in the workflow after that; until then ${meanwhile}`;
  },
  newConfiguration: "merge the new configuration first, then name it in the workflow",
};

const nameOf = (checkout: Checkout | null, environment: Environment): string =>
  environment["GITHUB_REPOSITORY"]?.split("/").at(-1) ?? basename(checkout?.top ?? "");

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
    ...whereIn(place, { name: nameOf(checkout, environment), asked: [checkout?.folder ?? ""] }),
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
            tree: treeAt(checkout, before.commit, place.root),
            label: before.commit.slice(0, 7),
            configuration: prepared.configuration,
            commit: before.commit,
          },
    release: checkout === null ? () => null : releaseOf(checkout, judged, place, prepared.configuration, null),
    policiesFrom: "working-tree",
    git: checkout?.git ?? null,
    at: { root: join(checkout?.top ?? folder, place.root), commit: judged.commit },
    owners: () => null,
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
  if (inputs.base !== null) return { commit: commitNamed(checkout, inputs.base) };
  if (before === null) return {};
  try {
    return { commit: commitNamed(checkout, before) };
  } catch {
    return {
      note: `What stood before this push (${before.slice(0, 7)}) is not in the clone: set fetch-depth: 0 to compare.`,
    };
  }
}
