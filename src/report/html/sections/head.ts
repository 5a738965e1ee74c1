import type { Finding, Outcome } from "../../../model/finding.js";
import { actionsOf, type Action } from "../../actions.js";
import { counted, day, daysBetween, figure } from "../figures.js";
import { decisionMark, outcomeMark, outcomeWord, mark } from "../marks.js";
import { places, shownMessage, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";

/** Findings of one rule that the list of things to mend shows one by one. */
const MOST_OF_ONE_RULE = 5;

/** The decision on a model and its reason in one sentence, and what it is. */
export function banner(context: ModelContext): Html {
  const { model, findings, report } = context;
  const facts = [
    ["Stage", model.stage],
    ["Risk", model.risk],
    ["Owner", model.owner],
    ["Compared with", championWords(context)],
    ["Made", madeWords(context)],
    ["Artifact", model.detail?.artifact_digest ?? null],
    ["Vouched for", model.vouched],
    ["Retrain", retrainWords(findings)],
    ["Policies", model.policies.join(", ") || null],
  ] as const;
  return marked`<div class="banner ${model.decision}">
      <p class="dec-line">${decisionMark(model.decision, !model.gated && model.policies.length > 0)}</p>
      <p>${sentence(findings, report.reason)}</p>
      <div class="tally">${tally(findings)}</div>
    </div>
    <dl class="meta">
      ${facts.map(([term, value]) =>
        value === null
          ? none
          : marked`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
      )}
    </dl>`;
}

const stops = ({ effect }: Finding): boolean => effect === "block" || effect === "undecided";

function sentence(findings: readonly Finding[], instead: string): string {
  if (findings.length === 0) return instead;
  const stopping = findings.filter(stops);
  if (stopping.length === 0) {
    const warned = findings.filter(({ effect }) => effect === "warn").length;
    return warned === 0
      ? "Nothing that rules ask for stands open."
      : `Nothing stops it; ${counted(warned, "finding")} to look at.`;
  }
  const rules = new Set(stopping.map(({ policy, rule }) => `${policy} ${rule}`)).size;
  const wrong = stopping.some(({ effect }) => effect === "block");
  return wrong
    ? `${counted(rules, "rule")} ${rules === 1 ? "stops" : "stop"} it: something is shown to be wrong.`
    : `${counted(rules, "rule")} ${rules === 1 ? "stops" : "stop"} it: nothing is shown to be wrong, and not enough is shown to be right.`;
}

const counts: readonly Outcome[] = ["not-met", "missing", "unreadable", "inconclusive", "met", "not-applicable"];

function tally(findings: readonly Finding[]): readonly Html[] {
  const plain = findings.filter(({ waived }) => waived === null);
  const waived = findings.length - plain.length;
  const counted_ = counts
    .map((outcome) => ({ outcome, count: plain.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  return [
    ...counted_.map(({ outcome, count }) => marked`<span><b>${figure(count)}</b> ${outcomeMark(outcome)}</span>`),
    ...(waived === 0 ? [] : [marked`<span><b>${figure(waived)}</b> ${mark("waived", "waived")}</span>`]),
  ];
}

function championWords({ model }: ModelContext): string | null {
  const champion = model.detail?.champion ?? null;
  if (champion === null) return null;
  return champion.version === null ? champion.name : `${champion.name} ${champion.version}`;
}

function madeWords({ model, report }: ModelContext): string | null {
  const created = model.detail?.created ?? null;
  if (created === null) return null;
  const age = daysBetween(created, report.now);
  if (age === null || age < 0) return day(created);
  return `${day(created)}, ${age === 0 ? "today" : `${counted(age, "day")} ago`}`;
}

/** The most that a rule on retraining advises. */
export function retrainWords(findings: readonly Finding[]): string | null {
  const advice = findings.flatMap(({ retrain }) => retrain ?? []);
  const most = (["full", "incremental", "none"] as const).find((action) => advice.some((one) => one.action === action));
  if (most === undefined) return null;
  const reason = advice.find(({ action }) => action === most)?.reason ?? "";
  return reason === "" ? most : `${most}: ${reason}`;
}

/** What to mend: the model before the paper, each with its place and with what done is. */
export function mendSection({ findings, report, view, id }: ModelContext): Section | null {
  const open = findings.filter(({ effect }) => effect === "block" || effect === "undecided" || effect === "warn");
  if (open.length === 0) return null;
  const actions = actionsOf(open, report);
  const parts = [
    { title: "The model", actions: actions.filter(({ about }) => about === "model"), start: 1 },
    {
      title: "The paper",
      actions: actions.filter(({ about }) => about === "paper"),
      start: actions.filter(({ about }) => about === "model").length + 1,
    },
  ].filter((part) => part.actions.length > 0);
  return {
    id: `${id}-mend`,
    title: "What to mend",
    body: marked`<div class="mend">
      ${parts.map(
        ({ title, actions: own, start }) =>
          marked`${parts.length > 1 ? marked`<h4>${title}</h4>` : none}
            <ol start="${start}">
              ${own.map((action) => item(action, view))}
            </ol>`,
      )}
    </div>`,
  };
}

function item(action: Action, view: ModelContext["view"]): Html {
  const { findings, outcome, effect, title, rule, mend, done } = action;
  const shown = findings.slice(0, MOST_OF_ONE_RULE);
  const left = findings.length - shown.length;
  const [first] = findings;
  const body =
    findings.length === 1
      ? marked`<p>${subjectOf(first)}${shownMessage(first)} ${places(first.sources, view)}</p>`
      : marked`<ul>
          ${shown.map((finding) => marked`<li>${subjectOf(finding)}${shownMessage(finding)} ${places(finding.sources, view, 2)}</li>`)}${left > 0 ? marked`<li class="muted">and ${left} more of this rule</li>` : none}
        </ul>`;
  return marked`<li>
    <div class="mi">
      <div>
        <p>
          <b>${title}.</b>
          <span class="oc-in">${outcomeMark(outcome)}</span
          >${effect === "warn" ? marked` <span class="muted">warns</span>` : none} <code>${rule}</code>
        </p>
        ${body}${mend === "" ? none : marked`<p class="todo">${mend}</p>`}
      </div>
      <div class="done"><b>Done when</b> ${done}</div>
    </div>
  </li>`;
}

const subjectOf = ({ subject, message }: Finding): Html =>
  subject === null || message.startsWith(subject) ? none : marked`<b>${subject}</b>: `;

/** Findings in short, for the fleet: 3 not met, 1 missing. */
export function openWords(findings: readonly Finding[]): string {
  const open = findings.filter(({ effect }) => effect !== "pass" && effect !== "note");
  const words = counts
    .map((outcome) => ({ outcome, count: open.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${figure(count)} ${outcomeWord[outcome]}`);
  return words.length === 0 ? "none" : words.join(", ");
}
