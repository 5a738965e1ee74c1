import type { ReportedApproval } from "../../../model/report-detail.js";
import type { ReportedWaiver } from "../../../model/report-run.js";
import { day, daysBetween } from "../figures.js";
import { findingMark, mark } from "../marks.js";
import { plainTable, text } from "../table.js";
import type { ModelContext, Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";

/** Who has approved, what is waived and until when. */
export function peopleSection({ model, findings, report, id }: ModelContext): Section | null {
  const asked = findings.filter(({ check }) => check === "approval" || check === "separation-of-duties");
  const approvals = model.detail?.approvals ?? [];
  const waivers = report.waivers.filter((waiver) => waiver.model === model.name);
  if (asked.length === 0 && approvals.length === 0 && waivers.length === 0) return null;
  return {
    id: `${id}-people`,
    title: "Approvals and waivers",
    body: marked`${asked.length === 0 && approvals.length === 0 ? none : approvalTable(asked, approvals)}${waivers.length === 0 ? none : waiverTable(waivers, report.now)}`,
  };
}

const approvalTable = (asked: ModelContext["findings"], approvals: readonly ReportedApproval[]): Html =>
  plainTable(
    "plain lab",
    "Approvals: what rules ask for, and what was given",
    [{ title: "Asked or given", label: "", kind: "name" }, text("State", ""), text("Who and when", "")],
    [
      ...asked.map((finding) => ({
        cells: [marked`<code>${finding.rule}</code>`, findingMark(finding), finding.message],
      })),
      ...approvals.map(({ by, role, at, commit, state }) => ({
        cells: [
          by ?? "somebody",
          state ?? "",
          [role, at === null ? null : day(at), commit === null ? null : `on ${commit.slice(0, 7)}`]
            .filter((part) => part !== null)
            .join(", "),
        ],
      })),
    ],
  );

/** A register of exceptions: each with its owner, its end, and whether it still covers something. */
export const waiverTable = (waivers: readonly ReportedWaiver[], now: string, withModel = false): Html =>
  plainTable(
    "plain lab",
    "Waivers: written exceptions, each with an owner and an end",
    [
      ...(withModel ? [text("Model")] : []),
      { title: "Waiver", label: "", kind: "name" as const },
      text("State", ""),
      text("Owner, ticket", "Owner"),
      text("Expires"),
      text("Approved by"),
    ],
    waivers.map((waiver) => ({
      cells: [
        ...(withModel ? [waiver.model] : []),
        marked`<code>${waiver.rule}</code>${waiver.subject === null ? none : marked` ${waiver.subject}`}: “${waiver.reason}”`,
        stateMark(waiver),
        [waiver.owner, waiver.ticket].filter((part) => part !== null).join(", "),
        expiryOf(waiver, now),
        waiver.approved_by ?? marked`<span class="muted">nobody named</span>`,
      ],
    })),
  );

const stateMark = ({ state }: ReportedWaiver): Html => {
  switch (state) {
    case "expired":
    case "void":
      return mark("not", state);
    case "used":
      return mark("waived", "in force");
    case "unused":
      return mark("note", "not needed");
    case "not-judged":
      return mark("note", "not judged");
  }
};

function expiryOf({ expires }: ReportedWaiver, now: string): string {
  const left = daysBetween(now, expires);
  if (left === null) return day(expires);
  return `${day(expires)}${left < 0 ? `, ${-left} days ago` : `, in ${left} ${left === 1 ? "day" : "days"}`}`;
}
