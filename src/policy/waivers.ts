import { defaultConfiguration } from "../model/configuration.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Waiver } from "../model/waiver.js";
import { durationWords } from "./amounts.js";
import { atDocument, parseWritten } from "./document.js";
import type { PolicyFiles } from "./files.js";
import { leaf, listOf, mapping, optional, required, text, type Schema } from "./form.js";
import { ending } from "./instant-form.js";
import { optionKinds } from "./option-kinds.js";

const ruleName = "^[^\\s/]+(/[^\\s/]+)?$";
const ruleShape = new RegExp(ruleName);

const rule = leaf(
  "a policy and a rule of it, such as fraud-promotion/recall-floor",
  { type: "string", pattern: ruleName },
  (value) => (typeof value === "string" && ruleShape.test(value) ? value : undefined),
);

const fingerprint = leaf(
  "the fingerprint of a finding, 32 digits and letters from a to f, in quotes",
  { type: "string", pattern: "^[0-9a-f]{32}$" },
  (value) => (typeof value === "string" && /^[0-9a-f]{32}$/.test(value) ? value : undefined),
);

const waiversForm = listOf(
  mapping({
    rule: required(rule, "the rule that is waived: policy/rule, or the rule alone"),
    model: required(text, "the model for which it is waived"),
    subject: optional(text, "the slice, column or metric for which it is waived; all of them where left out"),
    fingerprint: optional(
      fingerprint,
      "the finding's fingerprint, as the report shows it: this very finding and no other",
    ),
    value: optional(optionKinds.quantity.form(), "the value that is waived; a worse one is not"),
    reason: required(text, "why the exception is made"),
    owner: required(text, "who answers for it"),
    ticket: optional(text, "where it is followed up"),
    expires: required(ending, "the last day on which it holds"),
    "approved-by": optional(
      text,
      "who agreed to it: neither its owner nor who writes it; without one it waives nothing",
    ),
  }),
  0,
);

export const waiversShape = (): Schema => waiversForm.schema;

/**
 * Reads files of waivers. One that lasts longer than allowed is a problem; one that has expired is not: it is a finding
 * of the run.
 *
 * @param now milliseconds since 1970
 * @param longest milliseconds from now that a waiver may last
 * @returns no waivers where there is any problem
 */
export function loadWaivers(
  paths: readonly string[],
  from: PolicyFiles,
  now: number,
  longest = defaultConfiguration.longestWaiver,
): { readonly waivers: readonly Waiver[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const waivers = [...new Set(paths)].flatMap((path) => readFile(path, from, now + longest, longest, problems));
  return { waivers: problems.length === 0 ? waivers : [], problems };
}

function readFile(
  path: string,
  from: PolicyFiles,
  latest: number,
  longest: number,
  problems: Problem[],
): readonly Waiver[] {
  const found = from.read(path);
  if (found.kind !== "text") {
    const why =
      found.kind === "missing"
        ? `there is no file of waivers \`${path}\``
        : `the waivers \`${path}\` cannot be read: ${found.why}`;
    problems.push(problemAt("configuration", why, "write it, or take it out of `waivers`", { path }));
    return [];
  }
  const { document, problems: broken } = parseWritten(found.text, path, "configuration", []);
  problems.push(...broken);
  if (document === null) return [];
  const at = atDocument(document, problems);
  return (waiversForm.read(document.value, at) ?? []).map((written, index) => {
    if (written.expires > latest) {
      const message = `the waiver lasts longer than ${durationWords(longest)} from now`;
      at.below(index).below("expires").complain(message, "write an earlier day, and renew it when it is still needed");
    }
    const approver = written["approved-by"];
    if (approver !== undefined && samePerson(approver, written.owner)) {
      const mend = "let somebody else approve it: who makes an exception does not agree to it";
      at.below(index).below("approved-by").complain("the waiver is approved by its own owner", mend);
    }
    return {
      rule: written.rule,
      model: written.model,
      subject: written.subject ?? null,
      fingerprint: written.fingerprint ?? null,
      value: written.value?.value ?? null,
      reason: written.reason,
      owner: written.owner,
      ticket: written.ticket ?? null,
      expires: written.expires,
      approvedBy: written["approved-by"] ?? null,
      approvalLine: document.place(`/${index}/approved-by`, "key").line,
      path,
      line: document.place(`/${index}`, "value").line,
    };
  });
}

const samePerson = (one: string, other: string): boolean =>
  one.replace(/^@/, "").trim().toLowerCase() === other.replace(/^@/, "").trim().toLowerCase();
