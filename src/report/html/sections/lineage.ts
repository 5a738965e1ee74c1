import type { LineageStep } from "../../../model/report-detail.js";
import { counted, digest } from "../figures.js";
import { placeLink, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";

const word: Readonly<Record<LineageStep["kind"], string>> = {
  data: "data",
  run: "run",
  model: "model",
  evaluation: "evaluation data",
};

const order: readonly LineageStep["kind"][] = ["data", "run", "model", "evaluation"];

/** From data to numbers, station by station, each with the digest that pins it. */
export function lineageSection({ model, view, id }: ModelContext): Section | null {
  const steps = model.detail?.lineage ?? [];
  if (steps.length === 0) return null;
  const stations = order.map((kind) => steps.filter((step) => step.kind === kind)).filter(({ length }) => length > 0);
  const left = model.detail?.left_out.lineage ?? 0;
  return {
    id: `${id}-lineage`,
    title: "Lineage",
    body: marked`<ol class="lin">
        ${stations.map(
          (members) =>
            marked`<li>
              <span class="muted">${word[members[0]?.kind ?? "data"]}</span
              >${members.map((step) => stepLines(step, view))}
            </li>`,
        )}
      </ol>
      ${left === 0 ? none : marked`<p class="muted">${counted(left, "step")} more are in the evidence and left out here.</p>`}`,
  };
}

const stepLines = ({ name, role, digest: pinned, detail, source }: LineageStep, view: ModelContext["view"]): Html =>
  marked`<div class="step">
    <b>${shortName(name)}</b>
    ${role === null ? none : marked`<span class="muted">${role}</span> `}${detail === null ? none : marked`<span class="muted">${detail}</span> `}${pinned === null ? marked`<span class="muted">no digest</span>` : digest(pinned)}
    ${placeLink(source, view)}
  </div>`;

/** Ids are long, and their beginning tells them apart. */
const shortName = (name: string | null): string =>
  name === null ? "unnamed" : /^[0-9a-f-]{24,}$/.test(name) ? name.slice(0, 12) : name;
