import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { ChangeUnderReview } from "../model/review.js";
import { samePerson } from "./person.js";
import { listed } from "./wording.js";

/** Stands in `from` for the owners of the model's files. */
export const OWNERS = "CODEOWNERS";

/**
 * Whether each file of a model that has owners is approved by one of them, and by so many people together.
 *
 * @param approvals those that count
 */
export function ownersVerdict(
  count: number,
  files: readonly { readonly path: string }[],
  approvals: readonly FactOf<"approval">[],
  review: ChangeUnderReview,
): Verdict {
  const owned = files.flatMap(({ path }) => {
    const named = review.owners(path);
    return named === null || named.length === 0 ? [] : [{ path, named }];
  });
  if (owned.length === 0) {
    const message = "CODEOWNERS on the base names no owner of this model's files";
    return { ...missing(message), mend: "add the model's folder to CODEOWNERS on the base" };
  }
  const open = owned.filter(({ named }) => !approvals.some(({ by, role }) => isOneOf(by, role, named)));
  const [first] = open;
  if (first !== undefined) {
    const more = open.length === 1 ? "" : ` and ${open.length - 1} more`;
    return missing(`no owner of ${first.path}${more} has approved: ${listed(first.named, "or")}`);
  }
  const people = [...new Set(approvals.map(({ by }) => (by ?? "").toLowerCase()))].sort();
  if (people.length < count) return missing(`${people.length} of ${count} have approved, owners among them`);
  const message = `every owned file is approved by an owner: ${people.join(", ")}`;
  return { subject: null, outcome: "met", message, sources: approvals.map(({ source }) => source) };
}

const isOneOf = (by: string | null, role: string | null, owners: readonly string[]): boolean =>
  owners.some(
    (owner) => samePerson(owner, by ?? "") || (role ?? "").split(",").some((team) => samePerson(owner, team)),
  );

const missing = (message: string): Verdict => ({ subject: null, outcome: "missing", message, sources: [] });
