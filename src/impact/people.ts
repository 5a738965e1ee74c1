/** A commit as git's log gives it. */
export interface LoggedCommit {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly committer: string;
  /** Whom the message names as reviewers, by `Reviewed-by`, `Approved-by` or `Acked-by`. */
  readonly reviewers: readonly string[];
}

/** What git tells of the people of one change of the main line, a merge standing for all that it brought. */
export interface Hands {
  /** Commits that it brought beside itself. */
  readonly brought: number;
  readonly authors: readonly string[];
  /** Who took part beside its authors: reviewed it by its message, or merged it. */
  readonly others: readonly string[];
}

/** The forge commits for whoever pressed its button, and does not say who that was. */
const ofTheForge = /^noreply@github\.com$|@users\.noreply\.gitlab\.com$/i;

/**
 * The people of each change of the main line. Commits of a merged branch belong to the first merge that brings them.
 *
 * @param line commits of the main line, oldest first
 * @param logged every commit since the one that is begun after
 */
export function handsOf(line: readonly string[], logged: readonly LoggedCommit[]): ReadonlyMap<string, Hands> {
  const known = new Map(logged.map((one) => [one.commit, one]));
  const taken = new Set(line);
  const hands = new Map<string, Hands>();
  for (const change of line) {
    const own = known.get(change);
    if (own === undefined) continue;
    const brought: LoggedCommit[] = [];
    const open = [...own.parents.slice(1)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const commit = known.get(next);
      if (commit === undefined || taken.has(next)) continue;
      taken.add(next);
      brought.push(commit);
      open.push(...commit.parents);
    }
    // Who merges writes no more than the merge itself.
    const writers = brought.length > 0 ? brought : [own];
    const authors = distinct(writers.map(({ author }) => author));
    const others = distinct([
      own.committer,
      ...(brought.length > 0 ? [own.author] : []),
      ...[own, ...brought].flatMap(({ reviewers }) => reviewers),
    ]);
    hands.set(change, {
      brought: brought.length,
      authors,
      others: others.filter((one) => !authors.includes(one) && !ofTheForge.test(one)),
    });
  }
  return hands;
}

const distinct = (addresses: readonly string[]): readonly string[] =>
  [...new Set(addresses.map((address) => address.trim().toLowerCase()))].filter((address) => address !== "").sort();

/** The address of a trailer's person, `Lee <lee@example.org>`; the whole text where it has none. */
export const addressOf = (trailer: string): string => /<([^<>]{1,300})>/.exec(trailer)?.[1] ?? trailer;
