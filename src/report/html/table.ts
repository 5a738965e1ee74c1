import { marked, none, type Html, type Part } from "./tags.js";

export interface Column {
  /** What the header says; hidden headers are read aloud only. */
  readonly title: Part;
  /** The label of the cell where rows become blocks, in plain words; empty for none. */
  readonly label: string;
  readonly kind: "text" | "number" | "strip" | "name";
  readonly hidden?: boolean;
}

export interface Row {
  readonly cells: readonly Part[];
  readonly faint?: boolean;
}

/** Rows that belong together, under a line of their own. */
export interface Group {
  readonly title: Part;
  /** A cell beneath the strip column, such as an axis of the group's own scale. */
  readonly axis?: Html;
  readonly rows: readonly Row[];
}

export interface Table {
  readonly kind: string;
  readonly caption: Part;
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
}

const classOf: Readonly<Record<Column["kind"], string>> = {
  text: "",
  number: "num",
  strip: "c-strip",
  name: "c-name",
};

/**
 * A table that stays one to a screen reader when a small screen shows its rows as blocks: the roles are written out,
 * since `display` would take them away.
 */
export function table({ kind, caption, columns, groups }: Table): Html {
  const head = columns.map(
    ({ title, kind: column, hidden }) =>
      marked`<th scope="col" role="columnheader" class="${classOf[column]}">
        ${hidden === true ? marked`<span class="vh">${title}</span>` : title}
      </th>`,
  );
  return marked`<table role="table" class="stack ${kind}">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${head}
      </tr>
    </thead>
    ${groups.map((group) => body(group, columns))}
  </table>`;
}

const body = ({ title, axis, rows }: Group, columns: readonly Column[]): Html =>
  marked`<tbody role="rowgroup">
    ${title === null ? none : groupRow(title, axis, columns)}${rows.map((row) => tableRow(row, columns))}
  </tbody> `;

function groupRow(title: Part, axis: Html | undefined, columns: readonly Column[]): Html {
  if (axis === undefined)
    return marked`<tr role="row" class="grp">
      <th scope="rowgroup" role="rowheader" colspan="${columns.length}">${title}</th>
    </tr>`;
  const cells = columns
    .slice(1)
    .map(({ kind }) =>
      kind === "strip"
        ? marked`<td role="cell" class="c-strip">${axis}</td>`
        : marked`<td role="cell" class="rest"></td>`,
    );
  return marked`<tr role="row" class="grp">
    <th scope="rowgroup" role="rowheader" class="c-name">${title}</th>
    ${cells}
  </tr>`;
}

const tableRow = ({ cells, faint }: Row, columns: readonly Column[]): Html =>
  marked`<tr role="row" ${faint === true ? marked` class="small"` : none}>
    ${columns.map(({ kind, label }, index) => {
      const cell = cells[index] ?? null;
      return index === 0
        ? marked`<th scope="row" role="rowheader" class="${classOf[kind]}">${cell}</th>`
        : marked`<td role="cell" class="${classOf[kind]}" data-l="${label}">${cell}</td>`;
    })}
  </tr>`;

/** A table without groups. */
export const plainTable = (kind: string, caption: Part, columns: readonly Column[], rows: readonly Row[]): Html =>
  table({ kind, caption, columns, groups: [{ title: null, rows }] });

export const text = (title: string, label = title): Column => ({ title, label, kind: "text" });
export const name = (title: string): Column => ({ title, label: "", kind: "name" });
export const number = (title: Part, label: string): Column => ({ title, label, kind: "number" });
