import type { Decision } from "../../../model/finding.js";
import type { Report } from "../../../model/report.js";
import { counted, digest, figure } from "../figures.js";
import { decisionMark, mark, outcomeMark } from "../marks.js";
import { number, plainTable, text } from "../table.js";
import { placeLink, type PageView } from "../context.js";
import { marked, none, type Html } from "../tags.js";
import { waiverTable } from "./people.js";

/** What the run was judged by: policies, configuration and waivers, each with its digest, and what it did not judge. */
export function runSection(report: Report, view: PageView): Html {
  const { policies, run, waivers, unjudged, notes, problems, models } = report;
  const own = problems.filter(({ model }) => model === null);
  const others = waivers.filter(({ model }) => !models.some(({ name }) => name === model));
  const { configuration, waivers: files } = run.judged_by;
  const judging = [
    ...(configuration === null ? [] : [{ what: "configuration", ...configuration }]),
    ...files.map((file) => ({ what: "waivers", ...file })),
  ];
  return marked`${
    own.length === 0
      ? none
      : marked`<h3>Problems of this run</h3>
            <ul>
              ${own.slice(0, 100).map(({ message, mend, path, line }) => marked`<li>${message} ${path === null ? none : placeLink({ path, line }, view)} <span class="muted">${mend}</span></li>`)}
            </ul>`
  }
    <h3>Judged by</h3>
    ${plainTable(
      "plain lab",
      "Policies, and the files that judge beside them; digests are of policies with everything that they extend",
      [
        { title: "Policy or file", label: "", kind: "name" },
        text("From", "from"),
        text("Owner"),
        number("Rules", "Rules"),
        text("Confidence"),
        text("Digest", ""),
      ],
      [
        ...policies.map((policy) => ({
          cells: [
            marked`<b>${policy.id}</b> <span class="src">${policy.path}</span>`,
            policy.from === "base" ? "the base" : policy.from === "pack" ? "a pack" : "the working tree",
            policy.owner,
            figure(policy.rules),
            policy.confidence === null ? "points alone" : `${Number((policy.confidence * 100).toFixed(2))} %`,
            digest(policy.digest),
          ],
        })),
        ...judging.map(({ what, path, digest: bytes }) => ({
          cells: [marked`<span class="src">${path}</span>`, what, null, null, null, digest(bytes)],
        })),
      ],
    )}${
      others.length === 0
        ? none
        : marked`<h3>Waivers of models that are not here</h3>
            ${waiverTable(others, report.now, true)}`
    }${unjudged.length === 0 ? none : unjudgedList(unjudged, view)}${
      notes.length === 0
        ? none
        : marked`<h3>Notes</h3>
            <ul>
              ${notes.map((note) => marked`<li>${note}</li>`)}
            </ul>`
    }`;
}

const unjudgedList = (files: Report["unjudged"], view: PageView): Html =>
  marked`<h3>Not judged</h3>
    <details>
      <summary>${counted(files.length, "file")} above every model, or of no known format</summary>
      <ul class="files">
        ${files.slice(0, 500).map(({ path }) => marked`<li>${placeLink({ path, line: null }, view)}</li>`)}
      </ul>
      ${files.length > 500 ? marked`<p class="muted">${figure(files.length - 500)} more are in the JSON report.</p>` : none}
    </details>`;

const meaning: Readonly<Record<Decision, string>> = {
  block: "something is shown to be wrong",
  undecided: "nothing is shown to be wrong, and not enough is shown to be right; it stops a merge too",
  warn: "it may go on; look at what is named",
  pass: "every rule is met, or waived",
};

/** What the words, marks and intervals mean. */
export const reading = (): Html =>
  marked`<div class="legend">
      ${(["block", "undecided", "warn", "pass"] as const).map((decision) => marked`<span>${decisionMark(decision)}: ${meaning[decision]}</span>`)}
    </div>
    <div class="legend">
      <span>${outcomeMark("met")}</span><span>${outcomeMark("not-met")}</span
      ><span>${outcomeMark("inconclusive")}: the evidence is too thin to tell</span
      ><span>${outcomeMark("missing")}: there is no evidence</span
      ><span>${outcomeMark("unreadable")}: there is a file, and it cannot be read</span
      ><span>${mark("waived", "waived")}: an exception that somebody signed</span
      ><span>${mark("small", "too small")}: shown, not judged</span>
    </div>
    <p>
      Intervals are two-sided, 95 %, for the eye. Rules with a confidence are judged on one-sided bounds: the lower
      bound shows that a floor is met, the upper that it is not, and between them lies inconclusive. What is not met
      over many metrics, segments and columns of one policy is adjusted for their number. <i>Vouched for</i> says how
      far evidence can be trusted: committed by whoever wrote the change; unchanged since the base; attested by a
      signature; recomputed here from evidence that is itself vouched for.
    </p>`;
