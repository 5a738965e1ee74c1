import type { Input, ReportedProblem } from "../../../model/report.js";
import { counted, day, digest, figure } from "../figures.js";
import { mark } from "../marks.js";
import { number, plainTable, text } from "../table.js";
import { placeLink, type ModelContext, type PageView, type Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";

/** Files of one model that are listed; the JSON report has them all. */
const MOST_FILES = 200;

/** Files that are seen at once; a longer list is folded. */
const FEW_FILES = 25;

const MOST_PROBLEMS = 40;

/** Every file that was looked at, with its digest and how far it is vouched for. */
export function evidenceSection({ model, report, view, id }: ModelContext): Section | null {
  const files = report.inputs.filter((input) => input.model === model.name);
  if (files.length === 0) return null;
  const shown = [...files].sort((a, b) => Number(a.format === null) - Number(b.format === null)).slice(0, MOST_FILES);
  const problems = report.problems.filter((problem) => problem.model === model.name);
  const list = fileTable(shown, captionOf(files, shown.length), view);
  const folded =
    shown.length <= FEW_FILES
      ? list
      : marked`<details>
          <summary>${counted(files.length, "file")} with their digests</summary>
          ${list}
        </details>`;
  return { id: `${id}-evidence`, title: "Evidence", body: marked`${problemList(problems, view)}${folded}` };
}

function problemList(problems: readonly ReportedProblem[], view: PageView): Html {
  if (problems.length === 0) return none;
  const items = problems
    .slice(0, MOST_PROBLEMS)
    .map(
      ({ message, path, line }) =>
        marked`<li>${message} ${path === null ? none : placeLink({ path, line }, view)}</li>`,
    );
  const left = problems.length - items.length;
  const more = left > 0 ? marked`<li class="muted">and ${figure(left)} more in the JSON report</li>` : none;
  return marked`<h4>What could not be read as it stands</h4>
    <ul>
      ${items}${more}
    </ul>`;
}

function captionOf(files: readonly Input[], shown: number): string {
  const unread = files.filter(({ format }) => format === null).length;
  const left = files.length - shown;
  return [
    `${counted(files.length, "file")} looked at, ${unread === 0 ? "none" : figure(unread)} that nobody knew.`,
    "First twelve digits of SHA-256; the whole digest is in the JSON report.",
    ...(left > 0 ? [`${counted(left, "file")} more are listed there.`] : []),
  ].join(" ");
}

const fileTable = (inputs: readonly Input[], caption: string, view: PageView): Html =>
  plainTable(
    "plain ev",
    caption,
    [
      { title: "File", label: "", kind: "name" },
      text("Format", ""),
      number("Facts", "Facts"),
      text("Dated"),
      text("Vouched for", "Vouched"),
      text("Digest", ""),
    ],
    inputs.map((input) => ({
      faint: input.format === null,
      cells: [
        marked`${placeLink({ path: input.path, line: null }, view)}${input.baseline ? marked` <span class="muted">baseline</span>` : none}`,
        input.format ?? mark("small", "unread"),
        marked`${figure(input.facts)}${input.problems === 0 ? none : marked` <span class="muted">${counted(input.problems, "problem")}</span>`}`,
        input.at === null ? null : day(input.at),
        input.vouched,
        digest(input.digest),
      ],
    })),
  );
