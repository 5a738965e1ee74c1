import type { EvidenceFile, Value } from "../../model/adapter.js";
import { cardSectionsOf, plainHeading, tellingSections } from "../../normalise/card-sections.js";
import { splitFrontMatter } from "../../read/front-matter.js";
import { isRecord, type ValueRecord } from "../../read/shape.js";
import { holdsHarnessTable } from "./harness-table.js";
import { holdsPrintedResults } from "./printed-in-code.js";
import { countTextResults } from "./text-results.js";

/** What a Markdown file is, looked at once for all adapters that read Markdown. */
export type MarkdownKind = "huggingface-card" | "dataset-card" | "markdown-card" | "markdown-report";

interface Outline {
  readonly titles: readonly string[];
  readonly hasTable: boolean;
}

/** Keys of a model's metadata on the Hub that no other front matter has. */
const modelKeys = new Set(
  "model-index model_index library_name pipeline_tag base_model base_model_relation co2_eq_emissions mask_token inference model_name model_type instance_prompt new_version quantized_by".split(
    " ",
  ),
);

/** Keys of a data set's metadata on the Hub. */
const datasetKeys = new Set(
  "pretty_name size_categories task_categories task_ids dataset_info annotations_creators language_creators source_datasets multilinguality paperswithcode_id train-eval-index viewer language_details configs".split(
    " ",
  ),
);

/** Keys that both may have, beside those above. */
const sharedKeys = new Set(
  "license license_name license_link license_details language tags datasets metrics thumbnail widget arxiv doi".split(
    " ",
  ),
);

/** Keys of pages of a web site, which carry tags and languages as well. */
const pageKeys = new Set(
  "layout permalink sidebar_position sidebar_label slug date sdk app_file colorFrom emoji".split(" "),
);

const fence = /^\s*(?:[-+*]\s+)?(`{3,}|~{3,})/;
const heading = /^ {0,3}#{1,6}[ \t]+(?=[^\s#])(.*[^\s#])[\s#]*$/;
const htmlHeading = /<h[1-6]\b[^<>]{0,200}>(.{1,300}?)<\/h[1-6]>/i;
const underline = /^ {0,3}(?:={2,}|-{3,})\s*$/;
const tableRule = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)+(?:\|\s*)?$/;

/** Headings beyond this many lines do not change what a document is. */
const linesLookedAt = 4_000;

const withoutMarks = (title: string): string =>
  title
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/!?\[([^\]]{0,200})\]\([^)]{0,500}\)/g, "$1")
    .replace(/[*_`]/g, (mark) => (mark === "_" ? "_" : ""))
    .trim();

/** Headings and tables, by a look at the lines: the Markdown itself is not parsed for this. */
function outlineOf(text: string): Outline {
  const titles: string[] = [];
  let hasTable = /<table\b/i.test(text);
  let fenced: string | undefined;
  let above = "";
  for (const line of text.split("\n", linesLookedAt)) {
    if (line.length > 1_000) continue;
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      fenced = fenced === undefined ? mark : mark.startsWith(fenced) ? undefined : fenced;
      continue;
    }
    if (fenced !== undefined) continue;
    const title = heading.exec(line)?.[1] ?? htmlHeading.exec(line)?.[1];
    if (title !== undefined) titles.push(withoutMarks(title));
    else if (underline.test(line) && above.trim() !== "" && !/^\s*(?:[|>#+*-]|\d+\.)/.test(above)) {
      titles.push(withoutMarks(above));
    } else if (tableRule.test(line)) hasTable = true;
    above = line;
  }
  return { titles, hasTable };
}

const datasetHeadings = new Set(
  "dataset card|dataset summary|dataset description|dataset details|dataset structure|dataset creation|data instances|data fields|data splits|curation rationale|source data|dataset curators|dataset sources|supported tasks and leaderboards|considerations for using the data|annotation process|who are the annotators|personal and sensitive information|dataset information|data collection and processing|social impact of dataset|licensing information".split(
    "|",
  ),
);

const countKeys = (front: ValueRecord, keys: ReadonlySet<string>): number =>
  Object.keys(front).filter((key) => keys.has(key)).length;

const saysDatasetCard = (title: string): boolean =>
  /\b(dataset|data) ?card\b/i.test(title) || /^datasheet\b/i.test(title);

const saysModelCard = (title: string): boolean => /\b(model|system) ?card\b/i.test(title);

function ofDataset(name: string, titles: readonly string[]): boolean {
  const first = titles[0] ?? "";
  if (saysModelCard(first)) return false;
  if (saysDatasetCard(first) || /data-?_?(set|sheet)?[-_ ]?card|datasheet/i.test(name)) return true;
  return titles.filter((title) => datasetHeadings.has(plainHeading(title))).length >= 3;
}

/** Whether front matter without a model's own keys is that of a model, of a data set, or neither. */
function frontMatterKind(front: ValueRecord, name: string, titles: readonly string[]): MarkdownKind | null {
  if (countKeys(front, datasetKeys) > 0) return "dataset-card";
  const shared = countKeys(front, sharedKeys);
  if (shared === 0 || countKeys(front, pageKeys) > 0) return null;
  if (ofDataset(name, titles)) return "dataset-card";
  // Tags and a language are on many pages; a licence, data sets and metrics are a card's.
  const firm = ["license", "license_name", "datasets", "metrics"].some((key) => Object.hasOwn(front, key));
  const known = shared === Object.keys(front).length;
  const card = isCardByHeadings(name, titles) || /card/i.test(name);
  return (firm && known) || card ? "huggingface-card" : null;
}

/** Two sections that only model cards have; documents that are not named as cards need more. */
function isCardByHeadings(name: string, titles: readonly string[]): boolean {
  const telling = tellingSections(titles);
  const named = /(model|system)[-_ ]?card/i.test(name);
  if (named && saysModelCard(titles[0] ?? "")) return true;
  if (named && (telling.length >= 1 || titles.some((title) => cardSectionsOf(title).length > 0))) return true;
  if (saysModelCard(titles[0] ?? "") && telling.length >= 1) return true;
  const mayBeCard = /read-?_?me|card|index|model/i.test(name) && !isNamedReport(name);
  const weak = titles.filter((title) => cardSectionsOf(title).some(({ id }) => supporting.has(id)));
  const all = telling.length + (telling.length > 0 && weak.length > 0 ? 1 : 0);
  return all >= (mayBeCard ? 2 : 4);
}

/** Sections that count beside one that only model cards have. */
const supporting: ReadonlySet<string> = new Set(["limitations", "metrics", "evaluation", "training-data"]);

const reportTitle =
  /\b(reports?|results?|comparisons?|evaluation|metrics|benchmarks?|performance|validation|load[ -]?test\w*|scorecard|test summary)\b/i;

const isNamedReport = (name: string): boolean =>
  /(^|[-_ .])(reports?|results?|comparisons?|metrics|benchmarks?|evaluations?)([-_ .]|$)/i.test(name);

const howTo =
  /\b(guides?|guidelines?|frameworks?|templates?|plans?|specs?|specifications?|commands?|tutorials?|polic(y|ies)|examples?|how to|checklists?|instructions?|roadmaps?|proposals?|design|agents?|prompts?|requirements?|reference|protocols?|strateg(y|ies)|methodology)\b/i;

/** True for a document that says how to evaluate: numbers in its lists are examples. */
export const tellsHow = (name: string, title: string): boolean =>
  howTo.test(title) || howTo.test(name.replace(/[_.-]+/g, " "));

/** A table that a harness of benchmarks printed is a result wherever it stands. */
const holdsPrinted = (text: string): boolean =>
  holdsHarnessTable(text) || /^[ \t]*\|\s*dataset\s*\|\s*version\s*\|\s*metric\s*\|\s*mode\s*\|/m.test(text);

function isReport(name: string, { titles, hasTable }: Outline, text: string): boolean {
  if (hasTable && holdsPrinted(text) && !tellsHow(name, titles[0] ?? "")) return true;
  const named = reportTitle.test(name.replace(/[_-]+/g, " ")) && !/read-?_?me|changelog|policy/i.test(name);
  const titled = named || reportTitle.test((titles[0] ?? "").replaceAll("_", " "));
  if (titled && hasTable) return true;
  if (!titled || tellsHow(name, titles[0] ?? "")) return false;
  const looked = text.slice(0, textLookedAt);
  return countTextResults(looked.replace(/\*\*|__|`/g, "")) > 1 || holdsPrintedResults(looked);
}

const textLookedAt = 50_000;

/** A short text titled as a model: "MyCoolModel". Other things called models are left out. */
const modelTitle = /(^|[\s\p{Ll}])model$/iu;
const otherModels =
  /\b(data|domain|threat|object|programming|security|business|operating|pricing|mental|permission|branching|memory|file|content|language server|concurrency|execution|process|view|trust|support|delivery|maturity|test|component|box|event|actor|type|cost|governance|ownership)[\s-]*model$/i;

export const isTitledAsModel = (titles: readonly string[]): boolean =>
  modelTitle.test(titles[0] ?? "") && !otherModels.test(titles[0] ?? "");

function emptyFrontMatterKind(name: string, titles: readonly string[]): MarkdownKind {
  if (ofDataset(name, titles)) return "dataset-card";
  return isCardByHeadings(name, titles) ? "huggingface-card" : "markdown-card";
}

function classify(file: EvidenceFile): MarkdownKind | null {
  const front: Value | undefined = file.value;
  if (isRecord(front)) {
    // The Hub's own keys tell by themselves; then nobody looks at the headings.
    const ofModel = countKeys(front, modelKeys);
    if (ofModel > 0) return countKeys(front, datasetKeys) > ofModel ? "dataset-card" : "huggingface-card";
  }
  const outline = outlineOf(splitFrontMatter(file.text).body);
  if (isRecord(front)) {
    // Only the Hub's own writer leaves an empty mapping at the head of a card.
    if (Object.keys(front).length === 0) return emptyFrontMatterKind(file.name, outline.titles);
    const kind = frontMatterKind(front, file.name, outline.titles);
    if (kind !== null) return kind;
    if (Object.hasOwn(front, "sdk") && Object.hasOwn(front, "app_file")) return null;
  } else if (front !== undefined && front !== null) return "huggingface-card";
  if (ofDataset(file.name, outline.titles)) return "dataset-card";
  if (isCardByHeadings(file.name, outline.titles)) return "markdown-card";
  // Written without headings, or indented so that Markdown takes it for code: a card all the same, and an empty one.
  if (outline.titles.length === 0 && /(model|system)[-_ ]?card/i.test(file.name)) return "markdown-card";
  return isReport(file.name, outline, file.text) || isTitledAsModel(outline.titles) ? "markdown-report" : null;
}

const known = new WeakMap<EvidenceFile, { readonly kind: MarkdownKind | null }>();

/** What a Markdown file is; null where it is none of these. By its front matter, then its headings, then its name. */
export function markdownKind(file: EvidenceFile): MarkdownKind | null {
  const looked = known.get(file);
  if (looked !== undefined) return looked.kind;
  const kind = classify(file);
  known.set(file, { kind });
  return kind;
}
