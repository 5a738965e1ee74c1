import type { MarkdownBody } from "../../model/adapter.js";
import { namesEstimator } from "./several-models.js";
import type { Teller } from "./table-row.js";

const numbering = /^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|model \w{1,2}\s*[:.–—-])\s+/i;
const around =
  /(?<!\s)\s*\([^()]{0,60}\)|\b(?:tuned|baseline|model|results?|metrics|performance|evaluation)\b|(?<![:–—-])[:–—-]+\s*$/gi;

/** The kind of model that a heading names and nothing else: "2. Random Forest (tuned)". */
function modelOf(title: string): string | null {
  const name = title.replace(numbering, "").replace(around, " ").trim();
  return namesEstimator(name) ? name : null;
}

/**
 * Of a document whose headings name several kinds of model, the one that the numbers below some headings are of; null
 * where they are of the model that the document is about.
 */
export function modelHeaded({ sections }: MarkdownBody, teller: Teller): (under: readonly string[]) => string | null {
  const named = new Set(sections.flatMap(({ heading }) => modelOf(heading.title) ?? []));
  if (named.size < 2) return () => null;
  return (under) => {
    const title = under.findLast((heading) => modelOf(heading) !== null);
    return title === undefined || teller.isOwn(title) || teller.isOwn(modelOf(title) ?? "") ? null : title;
  };
}
