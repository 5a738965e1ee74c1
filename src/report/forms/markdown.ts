import { listed } from "../../judging/wording.js";
import type { Decision, Finding } from "../../model/finding.js";
import type { Report, ReportedModel } from "../../model/report.js";
import type { Reporter, View } from "../../model/reporter.js";
import type { Source } from "../../model/source.js";
import { alike, shownSubjects, type Alike } from "../alike.js";
import { findingsByModel } from "../by-model.js";
import { markdownCode, markdownText } from "../escape.js";
import { fleetHeadline, headlineOf, isPaper, stops } from "../headline.js";
import { bySegment, changesTable, numbersTable, outcomeWord, segmentsTable } from "../model-tables.js";

const card: Readonly<Record<Decision, string>> = {
  block: "🟥 Block",
  undecided: "⬜ Undecided",
  warn: "🟨 Warn",
  pass: "🟩 Pass",
};
const MODELS_IN_FULL = 12;
const FINDINGS_IN_FULL = 20;

export const markdown: Reporter = {
  id: "markdown",
  title: "The pull-request comment and the job summary",
  extension: "md",
  render: (report, view) => `${markdownRows(report, view).join("\n")}\n`,
};

/** The report in lines: a limit is kept by cutting between them. */
function markdownRows(report: Report, view: View): readonly string[] {
  const order: readonly Decision[] = ["block", "undecided", "warn", "pass"];
  const models = [...report.models].sort(
    (a, b) => order.indexOf(a.decision) - order.indexOf(b.decision) || (a.name < b.name ? -1 : 1),
  );
  const findings = findingsByModel(report.findings);
  const single = models.length === 1 ? models[0] : undefined;
  const full = view.reportUrl === undefined ? "" : ` [Full report](${view.reportUrl})`;
  const headline = fleetHeadline(report);
  return [
    single === undefined
      ? `### ${card[report.decision]}${headline === "" ? "" : `: ${headline}`}`
      : `### ${titleOf(single, findings.get(single.name) ?? [])}`,
    "",
    `${lead(report)}${markdownText(report.reason, 500)}.${full}`,
    ...overrideRows(report),
    ...models
      .slice(0, MODELS_IN_FULL)
      .flatMap((model) => modelRows(model, findings.get(model.name) ?? [], view, single === undefined)),
    ...(models.length > MODELS_IN_FULL ? fleetTable(models.slice(MODELS_IN_FULL)) : []),
    ...problemRows(report),
    "",
    `<sub>${footer(report)}</sub>`,
  ];
}

/** One model alone: for its own issue. */
export const modelMarkdown = (model: ReportedModel, { findings }: Report, view: View): readonly string[] => {
  const own = findings.filter(({ model: name }) => name === model.name);
  return [`### ${titleOf(model, own)}`, ...modelRows(model, own, view, false)];
};

const lead = ({ decision }: Report): string =>
  decision === "undecided"
    ? "Nothing is shown to be wrong, and not enough is shown to be right, so this does not merge yet. "
    : "";

const titleOf = (model: ReportedModel, own: readonly Finding[]): string =>
  `${card[model.decision]}: ${markdownText(model.name)}${model.version === null ? "" : ` ${markdownText(model.version)}`} ${markdownText(headlineOf(model, own))}`;

function modelRows(model: ReportedModel, own: readonly Finding[], view: View, titled: boolean): readonly string[] {
  const stopping = own.filter(stops);
  const warned = own.filter(({ effect }) => effect === "warn");
  const rest = own.filter(({ effect, outcome, waived }) => effect === "note" || (waived !== null && outcome !== "met"));
  const met = [...new Set(own.filter(({ outcome }) => outcome === "met").map(({ rule }) => rule))];
  const { whole, segments } = bySegment(own);
  const { detail } = model;
  return [
    ...(titled ? ["", `#### ${titleOf(model, own)}`] : []),
    ...(stopping.length === 0 ? [] : ["", `**${mendTitle(stopping)}**`, "", ...numbered(actionsOf(stopping), view)]),
    "",
    `**${markdownText(model.name)}** · ${markdownText(model.stage)}${comparedWith(model)}${vouchedFor(model)}`,
    ...numbersTable(model, whole),
    ...folded(segmentsTitle(segments), segments.length === 0 ? [] : segmentsTable(segments)),
    ...folded(`${warned.length} ${warned.length === 1 ? "warning" : "warnings"}`, numbered(actionsOf(warned), view)),
    ...folded(
      `Against the base: ${detail?.changes.length ?? 0} ${detail?.changes.length === 1 ? "fact" : "facts"} changed`,
      detail === null || detail.changes.length === 0 ? [] : changesTable(detail.changes, detail.left_out.changes),
    ),
    ...folded(restTitle(rest, met), [...alike(rest).slice(0, FINDINGS_IN_FULL).map(restRow), ...metRows(met)]),
  ];
}

const restTitle = (rest: readonly Finding[], met: readonly string[]): string =>
  [
    ...[rest.filter(({ waived }) => waived !== null).length]
      .filter((count) => count > 0)
      .map((count) => `Waived ${count}`),
    ...[rest.filter(({ waived }) => waived === null).length]
      .filter((count) => count > 0)
      .map((count) => `notes ${count}`),
    `met ${met.length}`,
  ].join(", ");

const comparedWith = ({ version, detail }: ReportedModel): string => {
  const champion = detail?.champion ?? null;
  if (champion === null) return version === null ? "" : ` · ${markdownText(version)}`;
  return ` · ${markdownText(version ?? "this")} for ${markdownText(champion.version ?? champion.name)}`;
};

/** How far the weakest of its facts can be trusted: numbers that the change itself brings are whoever's wrote it. */
const vouchedFor = ({ vouched }: ReportedModel): string =>
  vouched === null ? "" : ` · numbers ${vouched === "base" ? "unchanged since the base" : vouched}`;

const mendTitle = (stopping: readonly Finding[]): string => {
  const paper = stopping.filter(isPaper).length;
  if (stopping.every(({ outcome }) => outcome === "inconclusive")) return "What would decide it";
  return paper > 0 && paper < stopping.length ? "Mend the model first, then the paper" : "Mend";
};

interface Action {
  readonly finding: Finding;
  /** Further findings of the same rule, such as on other segments. */
  readonly more: readonly Finding[];
}

/** One action a rule, the model before the paper. */
function actionsOf(findings: readonly Finding[]): readonly Action[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.policy} ${finding.rule} ${finding.outcome} ${finding.judged?.metric ?? ""}`;
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [finding]);
    else known.push(finding);
  }
  const actions = [...byRule.values()].flatMap(([finding, ...more]) =>
    finding === undefined ? [] : [{ finding, more }],
  );
  return [...actions.filter(({ finding }) => !isPaper(finding)), ...actions.filter(({ finding }) => isPaper(finding))];
}

const numbered = (actions: readonly Action[], view: View): readonly string[] => [
  ...actions.slice(0, FINDINGS_IN_FULL).map(({ finding, more }, index) => {
    const others = more.length === 0 ? "" : `, and ${more.length} more: ${alsoOf(more)}`;
    const said = markdownText(finding.message, 500);
    const mend = finding.mend === "" ? "" : `<br>→ ${markdownText(finding.mend, 500)}`;
    return `${index + 1}. ${outcomeWord[finding.outcome]} ${markdownCode(finding.rule)} ${subjectOf(finding)}${said}${others}. ${places([...finding.sources, ...more.flatMap(({ sources }) => sources.slice(0, 1))], view)}${mend}`;
  }),
  ...(actions.length > FINDINGS_IN_FULL
    ? ["", `…and ${actions.length - FINDINGS_IN_FULL} more in the full report.`]
    : []),
];

const alsoOf = (more: readonly Finding[]): string => {
  const names = more.slice(0, 4).map(({ subject }) => markdownText(subject ?? "", 60));
  return `${names.join("; ")}${more.length > 4 ? "; …" : ""}`;
};

const subjectOf = ({ subject, rule, message }: Finding): string =>
  subject === null || subject === rule || message.startsWith(subject) ? "" : `${markdownText(subject)}: `;

function places(sources: readonly Source[], { pathPrefix, linkTo }: View): string {
  const known = new Map(sources.map(({ path, line }) => [`${path}:${line ?? ""}`, { path, line }]));
  const shown = [...known.values()].slice(0, 3).map(({ path, line }) => {
    const name = markdownCode(`${pathPrefix}${path}${line === null ? "" : `:${line}`}`, 200);
    return linkTo === undefined ? name : `[${name}](${linkTo(path, line)})`;
  });
  return `${shown.join(", ")}${known.size > 3 ? ` and ${known.size - 3} more` : ""}`;
}

function segmentsTitle(segments: readonly Finding[]): string {
  const count = (outcome: Finding["outcome"]): number => segments.filter((one) => one.outcome === outcome).length;
  const failed = count("not-met");
  const unclear = count("inconclusive");
  return `Segments: ${segments.length}${failed === 0 ? "" : `, ${failed} not met`}${unclear === 0 ? "" : `, ${unclear} cannot be told`}`;
}

function restRow({ finding, more, subjects }: Alike): string {
  const kind = finding.waived === null ? "note" : `waived until ${markdownText(finding.waived.expires, 30)}`;
  const about = more.length === 0 ? subjectOf(finding) : `${markdownText(shownSubjects(subjects, listed), 300)}: `;
  const others = more.length === 0 ? "" : `, and ${more.length} more`;
  return `- ${kind}: ${markdownCode(finding.rule)} ${about}${markdownText(finding.message, 500)}${others}`;
}

const metRows = (met: readonly string[]): readonly string[] =>
  met.length === 0
    ? []
    : [
        "",
        `Met: ${met
          .slice(0, 60)
          .map((rule) => markdownCode(rule))
          .join(" ")}`,
      ];

/** Nothing where there is nothing to fold. A table needs the empty line before it. */
const folded = (summary: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : ["", `<details><summary>${markdownText(summary)}</summary>`, "", ...lines, "", "</details>"];

const fleetTable = (models: readonly ReportedModel[]): readonly string[] => [
  "",
  "| model | stage | decision |",
  "| :-- | :-- | :-- |",
  ...models.map(
    ({ name, stage, decision }) => `| ${markdownText(name)} | ${markdownText(stage)} | ${card[decision]} |`,
  ),
];

const overrideRows = ({ overrides }: Report): readonly string[] =>
  overrides.flatMap(({ pull, by, said, head }) => [
    "",
    `> [!WARNING]\n> Pull request ${pull} was merged over its check by ${markdownText(by ?? "somebody")}: ${markdownText(said, 300)} (${markdownText(head.slice(0, 7))}).`,
  ]);

function problemRows({ problems, models }: Report): readonly string[] {
  const above = problems.filter(({ model }) => model === null || !models.some(({ name }) => name === model));
  return above.length === 0
    ? []
    : [
        "",
        "**Problems of this run**",
        "",
        ...above
          .slice(0, FINDINGS_IN_FULL)
          .map(({ message, mend }) => `- ${markdownText(message, 500)}. ${markdownText(mend, 500)}`),
      ];
}

function footer({ notes, policies, head, base, models, findings }: Report): string {
  const names = policies.map(({ id, from }) => `${markdownText(id)}${from === "base" ? " (from the base)" : ""}`);
  const methods = [
    ...new Set([
      ...findings.flatMap(({ judged }) => judged?.method ?? []),
      ...models.flatMap(({ metrics }) => metrics.flatMap(({ method }) => method ?? [])),
    ]),
  ].sort();
  return [
    ...(head === null ? [] : [`Head ${markdownText(head.slice(0, 7))}`]),
    ...(base === null ? [] : [`base ${markdownText(base)}`]),
    ...(names.length === 0 ? [] : [`policies ${listed(names)}`]),
    ...notes.map((note) => markdownText(note, 500)),
    `intervals are two-sided 95 %${methods.length === 0 ? "" : `: ${markdownText(listed(methods))}`}`,
  ].join(" · ");
}
