import { problemAt, UsageError } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { isGated, type ForgeEvent } from "./event.js";
import type { ActionInputs } from "./inputs.js";
import { commitNamed, type Checkout } from "../change/checkout.js";

export const noRepository = problemAt(
  "git",
  "there is no git repository here, so that nothing can be compared with a base",
  "use actions/checkout with `fetch-depth: 0` before this action",
);

export interface BaseRequest {
  readonly event: ForgeEvent;
  readonly inputs: ActionInputs;
  readonly environment: Environment;
}

/** The commit whose policies judge; null where the working tree's own do. */
export function judgingBase(checkout: Checkout | null, { event, inputs, environment }: BaseRequest): string | null {
  if (!isGated(event.name)) return null;
  const branch = environment["GITHUB_BASE_REF"] || null;
  const ref = event.base ?? inputs.base ?? (branch === null ? null : `refs/remotes/origin/${branch}`);
  if (ref === null) return null;
  if (checkout === null) throw new UsageError([noRepository]);
  try {
    return commitNamed(checkout, ref);
  } catch (error) {
    // A branch that was only guessed at may be missing; what event or input name may not.
    if (event.base === null && inputs.base === null) return null;
    if (event.base === null || !(error instanceof UsageError)) throw error;
    const message = `the base commit ${event.base.slice(0, 7)}, whose policies judge the change, is not in the clone`;
    const mend = "check out the whole history: give actions/checkout `with: { fetch-depth: 0 }`";
    throw new UsageError([problemAt("git", message, mend)]);
  }
}
