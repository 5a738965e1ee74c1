import type { Finding } from "../../../model/finding.js";
import type { CardRow } from "../../../model/report-detail.js";
import { counted, figure } from "../figures.js";
import { findingMark, mark } from "../marks.js";
import { plainTable, text, type Row } from "../table.js";
import { placeLink, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html, type Part } from "../tags.js";

/** Rows that stand open; more are folded. */
const FEW_ROWS = 12;

/** What the card has: sections that rules ask for before those that none asks for. */
export function cardSection({ model, findings, view, id }: ModelContext): Section | null {
  const headings = headingsOf(model.detail?.card ?? []);
  const asked = findings.filter(({ check }) => check === "card-sections" || check === "intended-use");
  const there = new Set(headings.flatMap(({ sections }) => sections));
  const missing = asked.filter(({ subject, outcome }) => outcome !== "met" && !there.has(subject ?? ""));
  if (headings.length === 0 && missing.length === 0) return null;
  const findingFor = ({ sections }: Heading): Finding | undefined =>
    asked.find(({ subject }) => subject !== null && sections.includes(subject));
  const rowOf = (heading: Heading): Row => {
    const finding = findingFor(heading);
    const state = finding === undefined || finding.outcome === "met" ? stateMark(heading.row) : findingMark(finding);
    return {
      cells: [
        heading.row.title ?? titleOf(heading.row.section),
        state,
        contentOf(heading.row),
        placeLink(heading.row.source, view),
      ],
    };
  };
  const wanted = headings.filter((heading) => findingFor(heading) !== undefined);
  const rest = headings.filter((heading) => findingFor(heading) === undefined);
  const open: readonly Row[] = [
    ...missing.map((finding): Row => ({
      cells: [titleOf(finding.subject ?? finding.rule), findingMark(finding), finding.message, null],
    })),
    ...wanted.map(rowOf),
    ...(rest.length <= FEW_ROWS ? rest.map(rowOf) : []),
  ];
  const written = headings.filter(({ row }) => row.state === "written").length;
  const subjects = new Set(asked.map(({ subject }) => subject)).size;
  const caption = `${counted(headings.length, "known heading")}, ${written} of them written; rules ask for ${subjects === 0 ? "none" : counted(subjects, "section")}.`;
  return {
    id: `${id}-card`,
    title: "Model card",
    body: marked`${open.length === 0 ? marked`<p class="muted">${caption}</p>` : cardTable(caption, open)}${
      rest.length <= FEW_ROWS
        ? none
        : marked`<details>
            <summary>
              ${counted(rest.length, "heading")} that no rule asks for,
              ${figure(rest.filter(({ row }) => row.state !== "written").length)} of them not written
            </summary>
            ${cardTable("Headings that no rule asks for", rest.map(rowOf))}
          </details>`
    }`,
  };
}

/** A heading of the card: it may stand for several sections. */
interface Heading {
  readonly sections: readonly string[];
  readonly row: CardRow;
}

function headingsOf(rows: readonly CardRow[]): readonly Heading[] {
  const byPlace = new Map<string, Heading>();
  for (const row of rows) {
    const key = JSON.stringify([row.source.path, row.source.pointer, row.source.line]);
    const known = byPlace.get(key);
    byPlace.set(key, { sections: [...(known?.sections ?? []), row.section], row: known?.row ?? row });
  }
  return [...byPlace.values()];
}

const cardTable = (caption: string, rows: readonly Row[]): Html =>
  plainTable(
    "plain card-rows",
    caption,
    [{ title: "Section", label: "", kind: "name" }, text("State", ""), text("What is there", ""), text("Place", "")],
    rows,
  );

const titleOf = (section: string): string => {
  const words = section.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const stateMark = ({ state }: CardRow): Html =>
  state === "written"
    ? mark("met", "written")
    : state === "placeholder"
      ? mark("mis", "placeholder")
      : mark("mis", "empty");

const contentOf = ({ state, words }: CardRow): Part =>
  state === "placeholder"
    ? "the template's text"
    : words === null
      ? null
      : marked`<span class="muted">${figure(words)} ${words === 1 ? "word" : "words"}</span>`;
