import type { Finding } from "../../model/finding.js";
import type { Report, ReportedModel } from "../../model/report.js";
import type { View } from "../../model/reporter.js";
import type { Source } from "../../model/source.js";
import { marked, type Html } from "./tags.js";

/** What every part of a model's page is drawn from. */
export interface ModelContext {
  readonly model: ReportedModel;
  readonly findings: readonly Finding[];
  readonly report: Report;
  readonly view: PageView;
  /** Begins the names of the page's anchors. */
  readonly id: string;
}

/** How a page is looked at, and the folder whose paths are shown without it. */
export interface PageView extends View {
  readonly within: string;
}

/** A part of a page; null where there is nothing to show. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** Characters of a path that are shown; the rest is in its title. */
const SHOWN_PATH = 44;

/** A place in a file, as a link where there is an address to open it at. */
export function placeLink(
  { path, line }: Pick<Source, "path" | "line">,
  { pathPrefix, linkTo, within }: PageView,
): Html {
  const at = line === null ? "" : `:${line}`;
  const whole = `${pathPrefix}${path}${at}`;
  const shown = shortened(within !== "" && path.startsWith(`${within}/`) ? path.slice(within.length + 1) : path) + at;
  const address = linkTo?.(path, line);
  // Only addresses of the forge are links: nothing from evidence chooses where a link leads.
  if (address?.startsWith("https://") === true)
    return marked`<a class="src" href="${address}" title="${whole}">${shown}</a>`;
  return marked`<span class="src" title="${whole}">${shown}</span>`;
}

/** The end of a long path, which tells files apart. */
function shortened(path: string): string {
  if (path.length <= SHOWN_PATH) return path;
  const segments = path.split("/");
  let shown = segments.pop() ?? path;
  for (let next = segments.pop(); next !== undefined; next = segments.pop()) {
    if (shown.length + next.length + 3 > SHOWN_PATH) break;
    shown = `${next}/${shown}`;
  }
  return `…/${shown}`;
}

/** The first places of a finding, and how many more there are. */
export function places(sources: readonly Source[], view: PageView, most = 3): Html {
  const shown = sources.slice(0, most).map((source) => marked`${placeLink(source, view)} `);
  const left = sources.length - shown.length;
  return marked`${shown}${left > 0 ? marked`<span class="muted">and ${left} more</span>` : null}`;
}

/** A finding's message; of a part of the data with fewer than ten people nothing is said. */
export function shownMessage({ subject, judged, message }: Finding): string {
  const ofPart = subject?.includes("=") === true;
  if (ofPart && judged?.n !== null && judged?.n !== undefined && judged.n < 10)
    return "a group of fewer than ten: its number is withheld";
  return message;
}

/** A model's name with its version. */
export const titleOf = ({ name, version }: ReportedModel): string => (version === null ? name : `${name} ${version}`);
