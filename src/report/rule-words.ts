import type { Finding } from "../model/finding.js";
import type { Report } from "../model/report.js";

/** A rule in words: a title, what it asks, why, and what to do where it is not met. None is empty. */
export interface RuleWords {
  readonly title: string;
  readonly says: string;
  readonly why: string;
  readonly mend: string;
}

/** Rules that no policy has to write: the run's own. */
const own: Readonly<Record<string, RuleWords>> = {
  "evidence-readable": {
    title: "Evidence can be read",
    says: "Every file beneath a model that is known as evidence can be read, and its numbers are numbers.",
    why: "What cannot be read shows nothing, and is never taken for good.",
    mend: "Write the file anew with the tool that made it.",
  },
  "model-present": {
    title: "A model that was judged is still there",
    says: "A model that the base has is there on the head, or archived.",
    why: "A model that is removed escapes every rule.",
    mend: "Give it the stage `archived` first, in a change of its own.",
  },
  "deployed-digest": {
    title: "What is deployed is what was judged",
    says: "The digest of what is deployed is the one that the evidence states of the model's artifact.",
    why: "Evidence of another artifact says nothing of the one that serves.",
    mend: "Deploy the artifact whose digest the evidence states, or evaluate the one that is deployed.",
  },
  "waiver-expired": {
    title: "A waiver has expired",
    says: "A waiver ends on its day.",
    why: "An exception that nobody renews is no decision.",
    mend: "Delete it, or renew it in a reviewed change.",
  },
  "waiver-unused": {
    title: "A waiver is not needed",
    says: "A waiver covers a finding that is there.",
    why: "An exception that nothing needs hides the next finding.",
    mend: "Delete it.",
  },
};

/** The words of the rule behind a finding: of its policy, of the run's own rules, else of the finding itself. */
export function wordsOfRule({ policy, rule, check, message, mend }: Finding, { policies }: Report): RuleWords {
  const asked = policies.find(({ id }) => id === policy)?.asks.find(({ rule: id }) => id === rule);
  if (asked !== undefined) return { title: asked.title, says: asked.says, why: asked.why, mend: asked.mend };
  const known = Object.hasOwn(own, rule) ? own[rule] : undefined;
  return known ?? { title: `${check}: ${rule}`, says: message, why: message, mend };
}
