import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { judge } from "../judge/judge.js";
import type { Report } from "../model/report.js";
import { readInstant } from "../normalise/instant.js";
import type { CommandArguments, CommandWorld } from "./command.js";
import type { Place } from "./place.js";
import type { Prepared } from "./prepare.js";

/** The whole report of a place, for commands that explain it. */
export function evaluateReport(
  args: CommandArguments,
  world: CommandWorld,
  place: Place,
  prepared: Prepared,
): Promise<Report> {
  const written = readInstant(args.text("now"));
  return judge({
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
    now: written === null ? world.clock.now() : Date.parse(written),
    clockGiven: written !== null,
    version: world.version,
    head: null,
    policiesFrom: "working-tree",
    complete: true,
    problems: [],
    progress: () => undefined,
  });
}
