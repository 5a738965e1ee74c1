import { judge } from "../judge/judge.js";
import type { JudgeRequest } from "../judge/request.js";
import type { Decision, Finding } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import { withinNoise } from "./noise.js";

/** Checks that ask people, whose answers of that time nobody has. */
const askPeople: ReadonlySet<string> = new Set(["approval", "separation-of-duties"]);

export interface Replayable {
  readonly policies: readonly Policy[];
  /** Rules that were left out, as `policy/rule`. */
  readonly left: readonly string[];
}

/** Policies without the rules that nobody can answer for a commit of the past. */
export function replayable(policies: readonly Policy[]): Replayable {
  const left = policies.flatMap(({ id, rules }) =>
    rules.filter(({ check }) => askPeople.has(check.id)).map((rule) => `${id}/${rule.id}`),
  );
  const kept = policies.map((policy) => ({
    ...policy,
    rules: policy.rules.filter(({ check }) => !askPeople.has(check.id)),
  }));
  return { policies: kept.filter(({ rules }) => rules.length > 0), left };
}

/** One change of the past, as it would have been judged when it was made. */
export interface Replayed {
  readonly commit: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly subject: string;
  readonly decision: Decision;
  /** Findings that would have stopped it, with whether noise explains each. */
  readonly stopping: readonly { readonly finding: Finding; readonly noise: boolean | null }[];
  /** True where all that stops it lies within noise. */
  readonly noise: boolean;
}

/** Judges one change of the past as a pull request. */
export async function replay(
  request: JudgeRequest,
  change: Pick<Replayed, "commit" | "at" | "subject">,
): Promise<Replayed> {
  const { decision, findings } = await judge(request);
  const stopping = findings
    .filter(({ effect }) => effect === "block" || effect === "undecided")
    .map((finding) => ({ finding, noise: withinNoise(finding) }));
  return { ...change, decision, stopping, noise: stopping.length > 0 && stopping.every(({ noise }) => noise === true) };
}
