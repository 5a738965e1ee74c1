import type { Finding } from "../model/finding.js";
import type { Report, ReportedModel } from "../model/report.js";
import type { LineageStep, ReportedDetail } from "../model/report-detail.js";
import { comparisons } from "./comparisons.js";
import { markdownCode, markdownText } from "./escape.js";
import { boundFigure, figure } from "./html/figures.js";
import { metricName } from "./metric-name.js";

/** A chapter of technical documentation, and what of card and evidence belongs in it. */
interface Chapter {
  readonly title: string;
  /** Ids of card sections. */
  readonly sections: readonly string[];
  /** Lines from the evidence. */
  lines?(context: DossierContext): readonly string[];
}

export interface DossierContext {
  readonly model: ReportedModel;
  readonly detail: ReportedDetail;
  readonly findings: readonly Finding[];
  readonly report: Report;
  /** The text of a section of the card, by where it begins; null where it cannot be read. */
  textAt(path: string, line: number): string | null;
}

/** The order is that of Annex IV of Regulation (EU) 2024/1689, which others' technical documentation fits into. */
const chapters: readonly Chapter[] = [
  {
    title: "General description and intended purpose",
    sections: ["model-details", "description", "intended-use", "uses", "direct-use"],
    lines: generalLines,
  },
  { title: "Uses that are out of scope", sections: ["out-of-scope", "out-of-scope-use", "misuse"] },
  {
    title: "Development: design, data, training",
    sections: [
      "architecture",
      "training-data",
      "training",
      "training-procedure",
      "preprocessing",
      "technical-specifications",
    ],
    lines: ({ detail }) => lineageLines(detail, ["data", "run", "model"]),
  },
  {
    title: "Validation and testing",
    sections: ["evaluation", "metrics", "evaluation-data", "results", "factors"],
    lines: metricLines,
  },
  { title: "Performance of groups", sections: ["fairness", "ethical-considerations"], lines: groupLines },
  { title: "Limitations and risks", sections: ["limitations", "bias", "risks", "bias-risks-limitations"] },
  {
    title: "Human oversight and approvals",
    sections: ["oversight", "human-oversight"],
    lines: (context) => approvalLines(context),
  },
  { title: "Monitoring after release", sections: ["monitoring", "maintenance"], lines: driftLines },
  {
    title: "Explanation",
    sections: ["explainability", "interpretability", "model-examination"],
    lines: (context) => attributionLines(context),
  },
  { title: "Environment and resources", sections: ["environmental-impact"] },
  {
    title: "Contact and responsibility",
    sections: ["contact", "authors", "owner"],
    lines: ({ model }) => (model.owner === null ? [] : [`Owner: ${markdownText(model.owner)}`]),
  },
  { title: "Licence and citation", sections: ["licence", "license", "citation"] },
];

const gap = (what: string): string => `> **Gap:** ${what}`;

/**
 * The technical documentation of one model, put together from its card and evidence, with each gap marked. An aid to
 * whoever writes it: it claims nothing.
 */
export function dossier(context: DossierContext): string {
  const { model, report } = context;
  const parts = chapters.map((chapter, index) => chapterText(chapter, index + 1, context));
  const gaps = parts.filter(({ isGap }) => isGap).length;
  const open = context.findings.filter(({ outcome }) => outcome !== "met" && outcome !== "not-applicable");
  return [
    `# Technical documentation of ${markdownText(model.name)}${model.version === null ? "" : ` ${markdownText(model.version)}`}`,
    "",
    `Put together by ${report.tool.name} ${report.tool.version} from the card and the evidence as they stood at ${report.now}. It is an aid to whoever writes the documentation, and claims no conformity with anything. ${gaps === 0 ? "No chapter is without material." : `${gaps} of ${chapters.length} chapters have a gap.`}`,
    "",
    ...parts.flatMap(({ lines }) => [...lines, ""]),
    ...clauseLines(context),
    "## Open findings",
    "",
    ...(open.length === 0 ? ["None."] : open.map(findingLine)),
    "",
    "## Evidence",
    "",
    "| file | format | SHA-256 |",
    "| :-- | :-- | :-- |",
    ...report.inputs
      .filter((input) => input.model === model.name)
      .map(
        ({ path, format, digest }) =>
          `| ${markdownCode(path)} | ${markdownText(format ?? "unread")} | ${markdownCode(digest.replace(/^sha256:/, ""))} |`,
      ),
    "",
  ].join("\n");
}

function chapterText(
  { title, sections, lines }: Chapter,
  number: number,
  context: DossierContext,
): { readonly lines: readonly string[]; readonly isGap: boolean } {
  const rows = distinctRows(context.detail.card.filter(({ section }) => sections.includes(section)));
  const fromCard = rows.flatMap((row) => {
    const { source, state, title: heading } = row;
    const place = markdownCode(`${source.path}${source.line === null ? "" : `:${source.line}`}`);
    if (state !== "written")
      return [
        gap(
          `“${markdownText(heading ?? row.section)}” is ${state === "empty" ? "empty" : "still the template's text"} (${place}).`,
        ),
        "",
      ];
    const text = source.line === null ? null : context.textAt(source.path, source.line);
    return [`From the card, “${markdownText(heading ?? row.section)}” (${place}):`, "", ...quoted(text), ""];
  });
  const fromEvidence = lines?.(context) ?? [];
  const isGap = !rows.some(({ state }) => state === "written") && fromEvidence.length === 0;
  const all = [...fromCard, ...fromEvidence];
  return {
    isGap,
    lines: [
      `## ${number}. ${title}`,
      "",
      ...(all.length === 0 ? [gap("neither card nor evidence says anything here.")] : all),
    ],
  };
}

/** A heading that stands for several sections is told once. */
function distinctRows(rows: ReportedDetail["card"]): ReportedDetail["card"] {
  const places = new Set<string>();
  return rows.filter(({ source }) => {
    const place = `${source.path}:${source.line ?? ""}`;
    const first = !places.has(place);
    places.add(place);
    return first;
  });
}

const quoted = (text: string | null): readonly string[] =>
  text === null
    ? [gap("its text cannot be read here.")]
    : text.split(/\r?\n/).map((line) => `> ${markdownText(line, 2000)}`.trimEnd());

function generalLines({ model, detail }: DossierContext): readonly string[] {
  return [
    ["Stage", model.stage],
    ["Risk class", model.risk],
    ["Artifact", detail.artifact_digest],
    ["Made", detail.created],
  ].flatMap(([term, value]) =>
    value === null || value === undefined ? [] : [`- ${term ?? ""}: ${markdownText(value)}`],
  );
}

const lineageLines = ({ lineage }: ReportedDetail, kinds: readonly LineageStep["kind"][]): readonly string[] =>
  lineage
    .filter(({ kind }) => kinds.includes(kind))
    .map(
      ({ kind, role, name, digest, detail }) =>
        `- ${kind}${role === null ? "" : ` (${role})`}: ${markdownText(name ?? "unnamed")}${detail === null ? "" : `, ${markdownText(detail)}`}, ${digest === null ? "**no digest**" : markdownCode(digest)}`,
    );

function metricLines({ model, findings, detail }: DossierContext): readonly string[] {
  const rows = comparisons(model, findings).filter(({ value }) => value !== null);
  const data = lineageLines(detail, ["evaluation"]);
  if (rows.length === 0) return data;
  return [
    ...data,
    "",
    "| metric | value | 95 % interval | n | asked | outcome |",
    "| :-- | --: | :-- | --: | :-- | :-- |",
    ...rows.map(({ metric, value, interval, n, bounds, outcome }) => {
      const asked = bounds.map(({ kind, bound }) => `${kind.replaceAll("-", " ")} ${boundFigure(bound)}`).join(", ");
      return `| ${markdownText(metricName(metric))} | ${value === null ? "" : figure(value)} | ${interval === null ? "none" : `${figure(interval.lower)} to ${figure(interval.upper)}`} | ${n === null ? "" : figure(n)} | ${asked} | ${outcome === null ? "no rule" : outcome.replace("-", " ")} |`;
    }),
  ];
}

function groupLines({ detail }: DossierContext): readonly string[] {
  if (detail.slices.length === 0) return [];
  return [
    "| group | metric | value | 95 % interval | n |",
    "| :-- | :-- | --: | :-- | --: |",
    ...detail.slices.slice(0, 60).map(({ slice, metric, value, interval, n, suppressed }) => {
      const group = Object.keys(slice)
        .sort()
        .map((key) => `${key} ${slice[key] ?? ""}`)
        .join(", ");
      const shown = suppressed ? "withheld, fewer than ten" : value === null ? "" : figure(value);
      return `| ${markdownText(group)} | ${markdownText(metricName(metric))} | ${shown} | ${interval === null ? "none" : `${figure(interval.lower)} to ${figure(interval.upper)}`} | ${n === null ? "" : figure(n)} |`;
    }),
  ];
}

const approvalLines = ({ detail }: DossierContext): readonly string[] =>
  detail.approvals.map(
    ({ by, role, at, state }) =>
      `- ${markdownText(by ?? "somebody")}${role === null ? "" : `, ${markdownText(role)}`}: ${markdownText(state ?? "no state")}${at === null ? "" : `, ${at.slice(0, 10)}`}`,
  );

function driftLines({ detail }: DossierContext): readonly string[] {
  const rows = detail.drift.filter(({ score }) => score !== null);
  if (rows.length === 0) return [];
  const dates = rows.flatMap(({ at }) => at ?? []).sort();
  const newest = dates.at(-1);
  return [
    `- Drift is reported for ${new Set(rows.map(({ column }) => column)).size} columns${newest === undefined ? ", without a date" : `, last on ${newest.slice(0, 10)}`}.`,
  ];
}

const attributionLines = ({ detail }: DossierContext): readonly string[] =>
  detail.attributions
    .slice(0, 10)
    .map(
      ({ feature, importance, method }) =>
        `- ${markdownText(feature)}: ${figure(importance)} (${markdownText(method ?? "importance")})`,
    );

/** Clauses that the policies' rules name, and what was found for each. */
function clauseLines({ findings }: DossierContext): readonly string[] {
  const clauses = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const clause of finding.references) clauses.set(clause, [...(clauses.get(clause) ?? []), finding]);
  if (clauses.size === 0) return [];
  return [
    "## Clauses that rules name",
    "",
    "| clause | evidence | rules |",
    "| :-- | :-- | :-- |",
    ...[...clauses.keys()].sort().map((clause) => {
      const own = clauses.get(clause) ?? [];
      const open = own.filter(({ outcome }) => outcome !== "met" && outcome !== "not-applicable");
      const state =
        open.length === 0 ? "found" : open.some(({ outcome }) => outcome === "not-met") ? "**fails**" : "**missing**";
      return `| ${markdownText(clause)} | ${state} | ${[...new Set(own.map(({ rule }) => rule))].map((rule) => markdownCode(rule)).join(" ")} |`;
    }),
    "",
  ];
}

const findingLine = ({ rule, subject, outcome, message, waived }: Finding): string =>
  `- ${markdownCode(rule)}${subject === null ? "" : ` ${markdownText(subject)}`}: ${outcome.replace("-", " ")}, ${markdownText(message, 500)}${waived === null ? "" : ` (waived until ${waived.expires})`}`;
