import { listed, shownChange, shownNumber } from "../../judging/wording.js";
import type { Decision, Finding, Judged, Outcome } from "../../model/finding.js";
import type { Report, ReportedModel, Reporter, View } from "../../model/report.js";
import type { Source } from "../../model/source.js";
import { markdownCode, markdownText } from "../escape.js";

const card: Readonly<Record<Decision, string>> = {
  block: "🟥 Block",
  undecided: "⬜ Undecided",
  warn: "🟨 Warn",
  pass: "🟩 Pass",
};
const outcomeWord: Readonly<Record<Outcome, string>> = {
  met: "met",
  "not-met": "**not met**",
  inconclusive: "inconclusive",
  missing: "missing",
  unreadable: "unreadable",
  "not-applicable": "not asked",
};
const MODELS_IN_FULL = 12;
const FINDINGS_IN_FULL = 20;
const ROWS = 40;

export const markdown: Reporter = {
  id: "markdown",
  title: "The pull-request comment and the job summary",
  extension: "md",
  render: (report, view) => `${markdownRows(report, view).join("\n")}\n`,
};

/** The report in pieces that may be dropped from the end: a limit is kept by cutting between them. */
export function markdownRows(report: Report, view: View): readonly string[] {
  const order: readonly Decision[] = ["block", "undecided", "warn", "pass"];
  const models = [...report.models].sort(
    (a, b) => order.indexOf(a.decision) - order.indexOf(b.decision) || (a.name < b.name ? -1 : 1),
  );
  const single = models.length === 1 ? models[0] : undefined;
  const title =
    single === undefined
      ? fleetTitle(report)
      : `### ${card[single.decision]}: ${markdownText(single.name)}${single.version === null ? "" : ` ${markdownText(single.version)}`}${single.gated ? "" : " (not gated)"}`;
  return [
    title,
    `\n${markdownText(report.reason, 500)}.\n`,
    ...models.slice(0, MODELS_IN_FULL).flatMap((model) => modelRows(model, report, view, single === undefined)),
    ...(models.length > MODELS_IN_FULL ? fleetTable(models.slice(MODELS_IN_FULL)) : []),
    ...problemRows(report),
    `\n<sub>${footer(report)}</sub>`,
  ];
}

function fleetTitle({ decision, models }: Report): string {
  const stopped = models.filter(({ decision: own }) => own === "block" || own === "undecided").length;
  if (models.length === 0) return `### ${card[decision]}`;
  return `### ${card[decision]}: ${stopped === 0 ? `${models.length} models` : `${stopped} of ${models.length} models`}`;
}

function modelRows(model: ReportedModel, report: Report, view: View, titled: boolean): readonly string[] {
  const own = report.findings.filter((finding) => finding.model === model.name);
  const stopping = own.filter(({ effect }) => effect === "block" || effect === "undecided");
  const warned = own.filter(({ effect }) => effect === "warn");
  const rest = own.filter(({ effect, outcome, waived }) => effect === "note" || (waived !== null && outcome !== "met"));
  const met = [...new Set(own.filter(({ outcome }) => outcome === "met").map(({ rule }) => rule))];
  const head = `**${markdownText(model.name)}** · ${markdownText(model.stage)}${model.version === null ? "" : ` · ${markdownText(model.version)}`}`;
  return [
    ...(titled ? [`\n#### ${card[model.decision]}: ${head}\n`] : [`${head}\n`]),
    ...(stopping.length === 0 ? [] : ["**Mend**\n", ...numbered(stopping, view)]),
    ...metricTable(own),
    ...(warned.length === 0
      ? []
      : folded(`${warned.length} ${warned.length === 1 ? "warning" : "warnings"}`, numbered(warned, view))),
    ...(rest.length === 0 && met.length === 0
      ? []
      : folded(`${rest.length === 0 ? "" : `Notes and waivers ${rest.length}, `}met ${met.length}`, [
          ...rest
            .slice(0, FINDINGS_IN_FULL)
            .map(
              (finding) =>
                `- ${finding.waived === null ? "note" : `waived until ${finding.waived.expires}`}: ${markdownCode(finding.rule)} ${subjectOf(finding)}${markdownText(finding.message, 500)}`,
            ),
          ...(met.length === 0
            ? []
            : [
                `\nMet: ${met
                  .slice(0, 60)
                  .map((rule) => markdownCode(rule))
                  .join(" ")}`,
              ]),
        ])),
  ];
}

const subjectOf = ({ subject }: Finding): string => (subject === null ? "" : `${markdownText(subject)}: `);

const numbered = (findings: readonly Finding[], view: View): readonly string[] => [
  ...findings
    .slice(0, FINDINGS_IN_FULL)
    .map(
      (finding, index) =>
        `${index + 1}. ${outcomeWord[finding.outcome]} ${markdownCode(finding.rule)} ${subjectOf(finding)}${markdownText(finding.message, 500)}. ${places(finding.sources, view)}${finding.mend === "" ? "" : `<br>→ ${markdownText(finding.mend, 500)}`}`,
    ),
  ...(findings.length > FINDINGS_IN_FULL
    ? [`\n…and ${findings.length - FINDINGS_IN_FULL} more in the full report.`]
    : []),
];

function places(sources: readonly Source[], { pathPrefix, linkTo }: View): string {
  const shown = sources.slice(0, 3).map(({ path, line }) => {
    const name = markdownCode(`${pathPrefix}${path}${line === null ? "" : `:${line}`}`, 200);
    return linkTo === undefined ? name : `[${name}](${linkTo(path, line)})`;
  });
  return `${shown.join(", ")}${sources.length > 3 ? ` and ${sources.length - 3} more` : ""}`;
}

/** One row a judged metric: value, baseline, change, rule, outcome. */
function metricTable(findings: readonly Finding[]): readonly string[] {
  const rows = findings.filter(hasNumbers).slice(0, ROWS);
  if (rows.length === 0) return [];
  const compared = rows.some(({ judged }) => judged.baseline !== null);
  return [
    `\n| | value |${compared ? " before | change |" : ""} rule | outcome |\n| :-- | --: |${compared ? " --: | --: |" : ""} :-- | :-- |`,
    ...rows.map((finding) => {
      const { judged } = finding;
      const name =
        finding.subject !== null && finding.subject !== judged.metric
          ? `${judged.metric ?? ""}, ${finding.subject}`
          : (judged.metric ?? finding.rule);
      const change = compared
        ? ` ${judged.baseline === null ? "" : shownNumber(judged.baseline)} | ${judged.change === null ? "" : `${shownChange(judged.change)}${intervalOf(judged, true)}`} |`
        : "";
      return `| ${markdownText(name)} | ${judged.value === null ? "" : shownNumber(judged.value)}${intervalOf(judged, false)} |${change} ${markdownText((judged.bound_kind ?? "").replaceAll("-", " "))} ${judged.bound === null ? "" : shownNumber(judged.bound)} | ${outcomeWord[finding.outcome]} |`;
    }),
    "",
  ];
}

const hasNumbers = (finding: Finding): finding is Finding & { readonly judged: Judged } => finding.judged !== null;

const intervalOf = ({ interval, change }: Judged, ofChange: boolean): string =>
  interval === null || (change !== null) !== ofChange
    ? ""
    : ` [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]`;

const folded = (summary: string, lines: readonly string[]): readonly string[] => [
  `\n<details><summary>${markdownText(summary)}</summary>\n\n${lines.join("\n")}\n</details>`,
];

const fleetTable = (models: readonly ReportedModel[]): readonly string[] => [
  "\n| model | stage | decision |\n| :-- | :-- | :-- |",
  ...models.map(
    ({ name, stage, decision }) => `| ${markdownText(name)} | ${markdownText(stage)} | ${card[decision]} |`,
  ),
];

function problemRows({ problems, models }: Report): readonly string[] {
  const above = problems.filter(({ model }) => model === null || !models.some(({ name }) => name === model));
  return above.length === 0
    ? []
    : [
        "\n**Problems of this run**\n",
        ...above
          .slice(0, FINDINGS_IN_FULL)
          .map(({ message, mend }) => `- ${markdownText(message)}. ${markdownText(mend)}`),
      ];
}

function footer({ notes, policies, head, base, tool }: Report): string {
  const names = policies.map(({ id, from }) => `${markdownText(id)}${from === "base" ? " (from the base)" : ""}`);
  const vouched = base === null ? [] : [`base ${markdownText(base)}`];
  return [
    ...(head === null ? [] : [`Head ${markdownText(head.slice(0, 7))}`]),
    ...vouched,
    ...(names.length === 0 ? [] : [`policies ${listed(names)}`]),
    ...notes.map((note) => markdownText(note)),
    "intervals are two-sided 95 %",
    `model-referee ${tool.version}`,
  ].join(" · ");
}
