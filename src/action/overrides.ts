import { gitText } from "../git/commit.js";
import type { Value } from "../model/adapter.js";
import type { Override } from "../model/report.js";
import type { Git } from "../model/world.js";
import { newestOf } from "../publish/check-run.js";
import { repositoryPath } from "../publish/forge.js";
import { plainText } from "../report/plain.js";
import { below, member, number, text } from "../read/shape.js";
import type { ForgeEvent } from "./event.js";
import type { ForgeAccess } from "./forge.js";

/** How many commits of a push are asked about: a push of more is no merge of one change. */
const mostCommits = 10;

export interface Overrides {
  readonly found: readonly Override[];
  /** Said where GitHub could not be asked. */
  readonly note: string | null;
}

/**
 * Changes that a push brought although this gate's check on them stopped the merge. What stops a merge is a rule of the
 * branch; who may pass over it can, and then it is to be on record.
 *
 * @param checkName the gate's own check
 */
export async function overridesOf(
  { name, before, head }: ForgeEvent,
  access: ForgeAccess | null,
  git: Git | null,
  checkName: string,
): Promise<Overrides> {
  if (name !== "push" || head === null || access === null) return { found: [], note: null };
  const listed = before === null || git === null ? null : firstParents(git, before, head);
  const commits = (listed ?? [head]).slice(0, mostCommits);
  const found = new Map<number, Override>();
  for (const commit of commits) {
    const merged = await mergedBy(access, commit);
    if (merged === null) return { found: [], note: unasked };
    for (const pull of merged) {
      const override = await overrideOf(access, pull, checkName);
      if (override !== null) found.set(override.pull, override);
    }
  }
  return { found: [...found.values()].sort((a, b) => a.pull - b.pull), note: null };
}

const unasked =
  "Whether this push merged what was blocked could not be asked: give the job `permissions: { contents: read, pull-requests: read, checks: read }`.";

/** The commits that a push put on its branch, newest first; null where git does not know both ends. */
function firstParents(git: Git, before: string, head: string): readonly string[] | null {
  const output = gitText(git, ["rev-list", "--first-parent", `--max-count=${mostCommits}`, `${before}..${head}`, "--"]);
  return output === null ? null : output.split("\n").filter((commit) => commit !== "");
}

/** The pull requests that a commit merged; null where GitHub does not tell. */
async function mergedBy({ forge, repository }: ForgeAccess, commit: string): Promise<readonly Value[] | null> {
  const asked = await forge.all(repositoryPath(repository, "commits", commit, "pulls"));
  if (asked.kind === "failed") return asked.reason === "not-found" || asked.status === 422 ? [] : null;
  return asked.entries.filter(
    (pull) => text(member(pull, "merged_at")) !== undefined && text(member(pull, "merge_commit_sha")) === commit,
  );
}

async function overrideOf(access: ForgeAccess, pull: Value, checkName: string): Promise<Override | null> {
  const { forge, repository } = access;
  const head = text(below(pull, "head", "sha"));
  const asked = number(member(pull, "number"));
  if (head === undefined || asked === undefined) return null;
  const newest = await newestOf(forge, repository, head, checkName);
  if (newest === null || newest.conclusion !== "failure") return null;
  const whole = await forge.ask({ method: "GET", path: repositoryPath(repository, "pulls", asked) });
  const by = whole.kind === "answer" ? text(below(whole.body, "merged_by", "login")) : undefined;
  const said = plainText(newest.title, 300);
  return {
    pull: asked,
    head,
    decision: said.startsWith("Undecided") ? "undecided" : "block",
    said,
    by: by === undefined ? null : `@${by}`,
  };
}
