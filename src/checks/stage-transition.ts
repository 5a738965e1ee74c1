import { defineCheck } from "../model/check.js";
import type { Stages } from "../model/configuration.js";
import { listed } from "../judging/wording.js";

export const stageTransition = defineCheck({
  id: "stage-transition",
  area: "governance",
  title: "A model goes from stage to stage as agreed",
  why: "A stage that is skipped is a test that nobody made: what goes to production from development was never a canary.",
  mend: "Take the model to the stage before first, or agree on another way in `stages.transitions` of referee.yaml.",
  whenNot: "Where models have one stage only.",
  subject: {
    kind: "text",
    description: "allowed: the next stage of the order and any before it, or what `stages.transitions` says.",
    choices: ["allowed"],
  },
  options: {},
  example: {
    rule: "no-shortcut: { stage-transition: allowed }",
    met: "a model that goes from staging to canary",
    notMet: "a model that goes from development to production",
  },
  needs: ["model"],

  plain: () => "a model goes to the next stage or back, or as the configuration allows",

  evaluate({ model, stages }) {
    const { stage: to, leaves: from } = model;
    if (from === undefined || stages === undefined)
      return [{ subject: null, outcome: "not-applicable", message: `it stays in ${to}`, sources: [] }];
    const may = allowedFrom(from, stages);
    const way = `${from ?? "new"} → ${to}`;
    const outcome = may.includes(to) ? "met" : "not-met";
    const allowed = may.length === 0 ? "nowhere" : listed(may, "or");
    const message = outcome === "met" ? way : `${way}, and from ${from ?? "nothing"} it may go to ${allowed}`;
    return [{ subject: null, outcome, message, sources: [] }];
  },
});

/** Stages that may be entered from one: what the configuration says, else the next and all before; first the first. */
function allowedFrom(from: string | null, { order, transitions }: Stages): readonly string[] {
  if (transitions !== undefined) return transitions.get(from ?? "new") ?? [];
  if (from === null) return order.slice(0, 1);
  const at = order.indexOf(from);
  return [...order.slice(at + 1, at + 2), ...order.slice(0, Math.max(0, at)), "archived"].filter(
    (name) => name !== from,
  );
}
