import type { LeftOver, LeftOverWaiver } from "../evaluate/waivers.js";
import type { Finding } from "../model/finding.js";
import { wholeFile } from "../model/source.js";
import type { Waiver } from "../model/waiver.js";
import { ownFinding, ownPolicy } from "./own-findings.js";
import type { JudgeRequest } from "./request.js";
import type { JudgedModel, Run } from "./run.js";
import { isInShard } from "./shard.js";

const leftOverRules: Readonly<Record<LeftOver, string>> = {
  unused: "waiver-unused",
  expired: "waiver-expired",
  void: "waiver-void",
};

const leftOverWords: Readonly<Record<LeftOver, string>> = {
  unused: "was not needed",
  expired: "has expired",
  void: "is void: what it was written for has become worse",
};

const untoldRule = "waiver-approval";

/** True for what is said of a waiver, which no rule found. */
export const isLeftOver = ({ policy, rule }: Pick<Finding, "policy" | "rule">): boolean =>
  policy === ownPolicy && [...Object.values(leftOverRules), untoldRule].includes(rule);

/**
 * Waivers that nothing needed, those that have expired, those that a worse value or a missing approver has made void,
 * and those in use of whose approver nobody can tell who it is.
 */
export function leftOver({ waivers, request }: Run, models: readonly JudgedModel[]): readonly Finding[] {
  const touched = new Set(models.filter(({ untouched }) => untouched !== true).map(({ reported }) => reported.name));
  // On a pull request the passing of time alone is a note for models that the change does not touch.
  const byTime = (why: LeftOver, model: string): boolean => why === "expired" && request.onlyNew && !touched.has(model);
  const isHere = ({ waiver }: { readonly waiver: Waiver }): boolean => isInShard(waiver.model, request.shard);
  const left = waivers.leftOver(request.now, wasJudged(request, models)).filter(isHere);
  return [
    ...left.map((one) =>
      ofWaiver(one.waiver, leftOverRules[one.why], {
        outcome: "not-met",
        effect: one.why === "unused" || byTime(one.why, one.waiver.model) ? "note" : "warn",
        message: leftOverMessage(one, request),
        mend: approvalMend[one.approval?.kind ?? "left"],
      }),
    ),
    ...waivers
      .untold()
      .filter(isHere)
      .map(({ waiver, why }) =>
        ofWaiver(waiver, untoldRule, {
          outcome: "inconclusive",
          effect: "note",
          message: `the waiver of ${waiver.rule} by ${waiver.owner} counts, and that ${waiver.approvedBy ?? "nobody"}, who approves it, did not write it cannot be told: ${why}`,
          mend: "name as `approved-by` the e-mail address under which the approver commits, or see that the change that brought it was reviewed by them",
        }),
      ),
  ];
}

const approvalMend = {
  left: "delete it, or renew it in a reviewed change",
  nobody: "add `approved-by:` with who agrees to it: not its owner, and not who writes it",
  writer:
    "let somebody else approve it, and write that into it themselves: who makes an exception does not agree to it",
} as const;

const ofWaiver = (
  waiver: Waiver,
  rule: string,
  said: Pick<Finding, "outcome" | "effect" | "message" | "mend">,
): Finding =>
  ownFinding(waiver.model, rule, {
    ...said,
    subject: `${waiver.rule}${waiver.subject === null ? "" : ` ${waiver.subject}`}`,
    sources: [{ ...wholeFile(waiver.path), line: waiver.line }],
  });

function leftOverMessage({ waiver, why, approval }: LeftOverWaiver, request: JudgeRequest): string {
  const what = `the waiver of ${waiver.rule} by ${waiver.owner}`;
  switch (approval?.kind) {
    case "nobody":
      return `${what} is void: it names nobody who approves it`;
    case "writer":
      return `${what} is void: ${approval.writer} wrote it, and is named as who approves it`;
    case undefined:
      return `${what} ${why === "unused" ? unusedWords(waiver, request) : leftOverWords[why]}`;
  }
}

/** A waiver that names what there is not was not needed either: it may have been meant for what is nearly called so. */
function unusedWords({ rule }: Waiver, { policies }: Pick<JudgeRequest, "policies">): string {
  const known = policies.flatMap(({ id, rules }) => rules.flatMap((one) => [one.id, `${id}/${one.id}`]));
  return known.includes(rule) ? leftOverWords.unused : "was not needed: no policy has a rule of this name";
}

/** Of models that this run left out nobody can tell whether a waiver is needed. */
export function wasJudged(
  { touched, only }: Pick<JudgeRequest, "touched" | "only">,
  models: readonly JudgedModel[],
): (model: string) => boolean {
  const names = new Set(models.map(({ reported }) => reported.name));
  const whole = touched === null && only.length === 0;
  return (model) => whole || names.has(model);
}
