import type { Value } from "../model/adapter.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { below, member, number, text } from "../read/shape.js";

/** What happened, as far as the gate needs to know it. */
export interface ForgeEvent {
  /** GitHub's name; null outside of a workflow. */
  readonly name: string | null;
  /** The commit that is judged, on which the check stands; never the merge commit that GitHub makes for a run. */
  readonly head: string | null;
  /** The commit whose policies judge; null where the event has none. */
  readonly base: string | null;
  /** The commit that the head is compared with, where no other policies judge: what was there before a push. */
  readonly before: string | null;
  readonly pull: number | null;
  readonly author: string | null;
  /** True where the head comes from another repository, whose runs have a token that only reads. */
  readonly fromFork: boolean;
  /** What is wrong with the event's file. */
  readonly fault: EventFault | null;
}

export interface EventFault {
  /** An absent file is a run outside of GitHub; a broken one is a run that nobody should trust. */
  readonly kind: "absent" | "broken";
  readonly problem: Problem;
}

const none: ForgeEvent = {
  name: null,
  head: null,
  base: null,
  before: null,
  pull: null,
  author: null,
  fromFork: false,
  fault: null,
};

/** Events on which a change is judged by what stood there before it. */
export const isGated = (name: string | null): boolean =>
  name === "pull_request" || name === "pull_request_target" || name === "merge_group";

/**
 * Reads the event of a workflow run. An unknown event, and a run without one, is judged as the command line would.
 *
 * @param readFile gives null where there is no such file
 */
export function readEvent(environment: Environment, readFile: (path: string) => string | null): ForgeEvent {
  const name = environment["GITHUB_EVENT_NAME"] || null;
  const head = commitOf(environment["GITHUB_SHA"]);
  if (name === null) return none;
  const path = environment["GITHUB_EVENT_PATH"] || null;
  const written = path === null ? null : readFile(path);
  if (written === null) return { ...none, name, head, fault: faultOf("absent", name, "is not there") };
  const payload = parsed(written);
  if (payload === undefined) {
    return { ...none, name, head, fault: faultOf("broken", name, "is cut short or not JSON") };
  }
  return eventOf(name, head, payload);
}

function parsed(written: string): Value | undefined {
  try {
    const payload: Value = JSON.parse(written);
    return payload;
  } catch {
    return undefined;
  }
}

const commitOf = (value: Value | undefined): string | null => {
  const commit = text(value) ?? "";
  return /^[0-9a-f]{40,64}$/.test(commit) && !/^0+$/.test(commit) ? commit : null;
};

function faultOf(kind: EventFault["kind"], name: string, why: string): EventFault {
  const message = `the file of the ${name} event ${why}, so that the event tells no base`;
  const mend = "let GitHub start the workflow, or name the commit whose policies judge with the input `base`";
  return { kind, problem: problemAt("usage", message, mend) };
}

function eventOf(name: string, head: string | null, payload: Value): ForgeEvent {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(name, head, payload);
    case "merge_group":
      return mergeGroup(name, head, payload);
    case "push":
      return { ...none, name, head, before: commitOf(member(payload, "before")) };
    default:
      return { ...none, name, head };
  }
}

function pullRequest(name: string, sha: string | null, payload: Value): ForgeEvent {
  const pull = member(payload, "pull_request");
  const base = commitOf(below(pull, "base", "sha"));
  const head = commitOf(below(pull, "head", "sha")) ?? sha;
  // A fork that was deleted leaves a head without repository.
  const from = text(below(pull, "head", "repo", "full_name"));
  return {
    ...none,
    name,
    base,
    head,
    pull: number(member(pull, "number")) ?? number(member(payload, "number")) ?? null,
    author: text(below(pull, "user", "login")) ?? null,
    fromFork: from === undefined || from !== text(below(pull, "base", "repo", "full_name")),
    fault: base === null ? faultOf("broken", name, "names no base commit") : null,
  };
}

/** A merge group names no pull request. */
function mergeGroup(name: string, sha: string | null, payload: Value): ForgeEvent {
  const group = member(payload, "merge_group");
  const base = commitOf(member(group, "base_sha"));
  const head = commitOf(member(group, "head_sha")) ?? sha;
  return { ...none, name, base, head, fault: base === null ? faultOf("broken", name, "names no base commit") : null };
}
