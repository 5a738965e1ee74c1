import type { Value } from "../model/adapter.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { below, member, number, text } from "../read/shape.js";
import { ofDeployment, ofDispatch, ofRelease, ofTag, type Promotion } from "./promotion.js";

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
  /** Who pushed last to the pull request, where the event tells. */
  readonly pusher: string | null;
  /** The branch that the change comes from; null where there is none, or its fork is gone. */
  readonly branch: { readonly repository: string; readonly name: string } | null;
  /** True where the head comes from another repository, whose runs have a token that only reads. */
  readonly fromFork: boolean;
  /** What would be put into service; null where nothing is. */
  readonly promotion: Promotion | null;
  /** The run whose report is to be published; null on every other event. */
  readonly followed: FollowedRun | null;
  /** What is wrong with the event's file. */
  readonly fault: EventFault | null;
}

/** The workflow run that a `workflow_run` event follows. */
export interface FollowedRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly head: string;
  /** The event of that run. */
  readonly event: string;
  /** Whose branch it ran for, such as `kim/models`; null where the fork is gone. */
  readonly headRepository: string | null;
  readonly branch: string;
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
  pusher: null,
  branch: null,
  fromFork: false,
  promotion: null,
  followed: null,
  fault: null,
};

/** Events on which a change is judged by what stood there before it. */
export const isGated = (name: string | null): boolean =>
  name === "pull_request" || name === "pull_request_target" || name === "pull_request_review" || name === "merge_group";

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
  const told = isGated(name) ? "base" : "more than its name";
  const message = `the file of the ${name} event ${why}, so that the event tells no ${told}`;
  const mend = "let GitHub start the workflow, or name the commit whose policies judge with the input `base`";
  return { kind, problem: problemAt("usage", message, mend) };
}

function eventOf(name: string, head: string | null, payload: Value): ForgeEvent {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
      return pullRequest(name, head, payload);
    case "merge_group":
      return mergeGroup(name, head, payload);
    case "push":
      return pushed(name, head, payload);
    case "release":
      return { ...none, name, head, promotion: ofRelease(payload) };
    case "deployment": {
      const deployed = commitOf(below(payload, "deployment", "sha"));
      const fault = deployed === null ? faultOf("broken", name, "names no commit") : null;
      return { ...none, name, head: deployed ?? head, promotion: ofDeployment(payload), fault };
    }
    case "workflow_dispatch":
      return { ...none, name, head, promotion: ofDispatch(member(payload, "inputs")) };
    case "repository_dispatch":
      return { ...none, name, head, promotion: ofDispatch(member(payload, "client_payload")) };
    case "workflow_run":
      return { ...none, name, head, followed: followedRun(payload) };
    default:
      return { ...none, name, head };
  }
}

function pushed(name: string, head: string | null, payload: Value): ForgeEvent {
  const ref = text(member(payload, "ref")) ?? "";
  const tag = /^refs\/tags\/(.+)$/s.exec(ref)?.[1];
  if (tag !== undefined) return { ...none, name, head, promotion: ofTag(tag) };
  return { ...none, name, head, before: commitOf(member(payload, "before")) };
}

function followedRun(payload: Value): FollowedRun | null {
  const run = member(payload, "workflow_run");
  const id = number(member(run, "id"));
  const head = commitOf(member(run, "head_sha"));
  if (id === undefined || head === null) return null;
  return {
    id,
    number: number(member(run, "run_number")) ?? 0,
    attempt: number(member(run, "run_attempt")) ?? 1,
    head,
    event: text(member(run, "event")) ?? "",
    headRepository: text(below(run, "head_repository", "full_name")) ?? null,
    branch: text(member(run, "head_branch")) ?? "",
  };
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
    branch: from === undefined ? null : { repository: from, name: text(below(pull, "head", "ref")) ?? "" },
    // Only a push says who pushed; opening, labelling and reviewing are other people's doing.
    pusher:
      text(member(payload, "action")) === "synchronize" ? (text(below(payload, "sender", "login")) ?? null) : null,
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
