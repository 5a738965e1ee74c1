import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { judge } from "../judge/judge.js";
import type { JudgeRequest } from "../judge/request.js";
import type { Report } from "../model/report.js";
import { clockOf } from "./clock.js";
import type { CommandArguments, CommandWorld } from "./command.js";
import type { Place } from "./place.js";
import type { Prepared } from "../prepare/prepared.js";

/** The whole report of a place, for commands that explain it. */
export const evaluateReport = (
  args: CommandArguments,
  world: CommandWorld,
  place: Place,
  prepared: Prepared,
): Promise<Report> => judge(requestOf(args, world, place, prepared));

/** What a run over a place asks, where nothing is compared. @throws UsageError where `--now` is no time */
export function requestOf(args: CommandArguments, world: CommandWorld, place: Place, prepared: Prepared): JudgeRequest {
  const now = clockOf(args.text("now"), world);
  return {
    ...prepared,
    tree: place.tree,
    rootName: place.rootName,
    scope: place.scope,
    only: args.texts("model"),
    stage: null,
    event: null,
    author: null,
    approvals: [],
    history: gitHistory({
      git: gitIn({ folder: place.root, environment: world.environment, trusted: false }),
      commit: null,
      below: null,
    }),
    base: null,
    onlyNew: false,
    release: () => null,
    touched: null,
    now: now.time,
    clockGiven: now.given,
    version: world.version,
    head: null,
    policiesFrom: "working-tree",
    complete: true,
    problems: [],
    progress: () => undefined,
  };
}
