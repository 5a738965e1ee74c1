import { sectionTable, type CardSectionId } from "./card-section-table.js";
import { spokenSections } from "./card-sections-spoken.js";

export type { CardSectionId } from "./card-section-table.js";

/** How much a heading tells of what the document is. */
export type SectionTelling =
  /** Model cards have it, other documents hardly: "Intended use". */
  | "card"
  /** Any read-me may have it: "Licence", "Usage". */
  | "any";

export interface CardSection {
  readonly id: CardSectionId;
  readonly telling: SectionTelling;
}

/** Words that tell a card wherever they stand in a heading that names a section. */
const tellingWords =
  /\b(models?|train(ing)?|bias(es)?|intended|ethic(s|al)|fairness|datasets?|(evaluation|test|testing|validation) (data|set)|carbon|interpretability|explainability|out of scope|misuse|environmental impact|feature importances?|hyper ?parameters)\b/;

/** All section ids, in the order in which cards have them. */
export const cardSectionIds: readonly CardSectionId[] = sectionTable.map(({ id }) => id);

let byHeading: ReadonlyMap<string, readonly CardSection[]> | undefined;

/** Many leave the accents away: "Metricas", "Limitacoes". */
const withAndWithoutAccents = (heading: string): readonly string[] =>
  /[à-ÿ]/.test(heading) ? [heading, heading.normalize("NFD").replace(/\p{M}/gu, "")] : [heading];

function headingIndex(): Map<string, CardSection[]> {
  const index = new Map<string, CardSection[]>();
  for (const section of [...sectionTable, ...spokenSections]) {
    for (const telling of ["card", "any"] as const) {
      for (const heading of section[telling].split("|").flatMap(withAndWithoutAccents)) {
        if (heading === "") continue;
        const known = index.get(heading) ?? [];
        if (!known.some(({ id }) => id === section.id)) index.set(heading, [...known, { id: section.id, telling }]);
      }
    }
  }
  return index;
}

/** A heading in lower case without numbering, "[optional]", emoji and punctuation; `&` and `/` are "and" and a space. */
export function plainHeading(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[[(]\s*(optional|required|recommended|if applicable|if available|if relevant)\s*[\])]/g, " ")
    .replace(/&(amp;)?/g, " and ")
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:(?:section|part|chapter|step) )?(?:\d{1,2} )+(?=\p{L})/u, "")
    .replace(/^(?:[a-z]|[ivx]{1,4}) (?=\p{L}{4})/u, "")
    .replace(/^(?:the|our) /, "");
}

/**
 * The sections that a heading names, the most telling first; none where it is not a card's. "Intended uses &
 * limitations" names two.
 */
export function cardSectionsOf(title: string): readonly CardSection[] {
  const heading = plainHeading(title);
  if (heading === "" || heading.length > 120) return [];
  const index = (byHeading ??= headingIndex());
  const named = (words: string): readonly CardSection[] | undefined =>
    index.get(words) ?? index.get(words.replace(/^(?:model )?(?:card )?/, ""));
  const exact = named(heading) ?? named(plainHeading(title.replace(/(?<!\s)\s*[([][^()[\]]{1,80}[)\]]\s*$/, "")));
  if (exact !== undefined) return exact;
  // "Model card — fraud risk models" names the whole.
  if (/\b(?:model|system|data ?set) card\b/.test(heading)) return [];
  const within = [...sectionTable, ...spokenSections].filter((section) => section.within?.test(heading) === true);
  const telling: SectionTelling = tellingWords.test(heading) ? "card" : "any";
  return [...new Set(within.map(({ id }) => id))].map((id) => ({ id, telling }));
}

/** The sections that a document of these headings has of those that only model cards have, each once. */
export function tellingSections(titles: Iterable<string>): readonly CardSectionId[] {
  const found = new Set<CardSectionId>();
  for (const title of titles) {
    // A heading counts once, though it may name two sections.
    const telling = cardSectionsOf(title).find((section) => section.telling === "card" && !found.has(section.id));
    if (telling !== undefined) found.add(telling.id);
  }
  return [...found];
}
