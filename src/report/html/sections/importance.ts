import { figure } from "../figures.js";
import { scaleOver } from "../scale.js";
import { axis, bar } from "../strip.js";
import { number, table } from "../table.js";
import { placeLink, type ModelContext, type Section } from "../context.js";
import { marked } from "../tags.js";

/** What the model rests on, by the explanation that lies beside it. */
export function importanceSection({ model, view, id }: ModelContext): Section | null {
  const rows = model.detail?.attributions ?? [];
  const [first] = rows;
  if (first === undefined) return null;
  const sizes = rows.map(({ importance }) => Math.abs(importance));
  const scale = scaleOver(sizes, true);
  const methods = [...new Set(rows.map(({ method }) => method ?? "importance"))].join(", ");
  return {
    id: `${id}-importance`,
    title: "What it rests on",
    body: table({
      kind: "drift",
      caption: marked`Features by ${methods}, the most important first; bars show the size, the number its sign.
      ${placeLink(first.source, view)}`,
      columns: [
        { title: "Feature", label: "", kind: "name" },
        { title: marked`Size${axis(scale)}`, label: "", kind: "strip" },
        number("Importance", "Importance"),
      ],
      groups: [
        {
          title: null,
          rows: rows.map(({ feature, importance }) => ({
            cells: [marked`<code>${feature}</code>`, bar(Math.abs(importance), [], false, scale), figure(importance)],
          })),
        },
      ],
    }),
  };
}
