import type { Value } from "../model/adapter.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { below, member, text, number, boolean } from "../read/shape.js";

/** What happened, as far as the gate needs to know it. */
export interface ForgeEvent {
  /** GitHub's name; null outside of a workflow. */
  readonly name: string | null;
  /** The commit that is judged, on which the check stands. */
  readonly head: string | null;
  /** The commit whose policies judge; null where the event has none. */
  readonly base: string | null;
  readonly pull: number | null;
  readonly author: string | null;
  /** True where the head comes from another repository, so that the token only reads. */
  readonly fromFork: boolean;
  readonly problems: readonly Problem[];
}

const none: ForgeEvent = {
  name: null,
  head: null,
  base: null,
  pull: null,
  author: null,
  fromFork: false,
  problems: [],
};

/** Reads the event of a workflow run. An unknown or missing one is judged as the command line would. */
export function readEvent(environment: Environment, readFile: (path: string) => string | null): ForgeEvent {
  const name = environment["GITHUB_EVENT_NAME"] ?? null;
  const sha = environment["GITHUB_SHA"] ?? null;
  if (name === null) return none;
  const path = environment["GITHUB_EVENT_PATH"];
  const written = path === undefined || path === "" ? null : readFile(path);
  const payload = written === null ? undefined : parsed(written);
  if (payload === undefined)
    return {
      ...none,
      name,
      head: sha,
      problems: [eventProblem(name, written === null ? "is not there" : "is cut short or not JSON")],
    };
  return eventOf(name, sha, payload);
}

function parsed(written: string): Value | undefined {
  try {
    return JSON.parse(written) as Value;
  } catch {
    return undefined;
  }
}

const eventProblem = (name: string, why: string): Problem =>
  problemAt(
    "usage",
    `the file of the ${name} event ${why}: nothing is known of a base`,
    "run the action in a workflow that the event started; without it everything is judged as on the command line",
  );

function eventOf(name: string, sha: string | null, payload: Value): ForgeEvent {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(name, sha, payload);
    case "merge_group": {
      const group = member(payload, "merge_group");
      return {
        ...none,
        name,
        head: text(member(group, "head_sha")) ?? sha,
        base: text(member(group, "base_sha")) ?? null,
      };
    }
    default:
      return { ...none, name, head: sha };
  }
}

function pullRequest(name: string, sha: string | null, payload: Value): ForgeEvent {
  const pull = member(payload, "pull_request");
  const base = text(below(pull, "base", "sha")) ?? null;
  if (base === null) return { ...none, name, head: sha, problems: [eventProblem(name, "is of another event")] };
  const headRepository = text(below(pull, "head", "repo", "full_name"));
  const baseRepository = text(below(pull, "base", "repo", "full_name"));
  return {
    name,
    base,
    head: text(below(pull, "head", "sha")) ?? sha,
    pull: number(member(pull, "number")) ?? number(member(payload, "number")) ?? null,
    author: text(below(pull, "user", "login")) ?? null,
    fromFork:
      headRepository === undefined ||
      headRepository !== baseRepository ||
      (boolean(below(pull, "head", "repo", "fork")) === true && headRepository !== baseRepository),
    problems: [],
  };
}
