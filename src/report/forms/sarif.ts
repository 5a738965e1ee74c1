import type { Finding, Level } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import type { Reporter, View } from "../../model/reporter.js";
import type { Source } from "../../model/source.js";
import { canonicalLines } from "../canonical-json.js";
import { sarifText } from "../escape.js";
import { wordsOfRule } from "../rule-words.js";

/** What GitHub keeps of a file; beyond some of them it refuses the whole. */
export const sarifLimits = {
  /** Results that are kept, worst first; 25,000 are taken. */
  results: 5_000,
  /** Places beside the first, which alone annotates. */
  relatedLocations: 20,
  /** Characters of a rule's texts. */
  ruleText: 1_000,
  /** Characters of a rule's id and name. */
  name: 255,
} as const;

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 for code scanning: what stops, warns or is noted, and what is waived, each on its line. */
export const sarif: Reporter = {
  id: "sarif",
  title: "Findings for code scanning, SARIF 2.1.0",
  extension: "sarif",
  forForge: true,

  render(report, view) {
    const told = report.findings.filter(isTold);
    const kept = told.slice(0, sarifLimits.results);
    const ids = [...new Set(kept.map(ruleIdOf))].sort();
    const indexes = new Map(ids.map((id, index) => [id, index]));
    return canonicalLines({
      $schema: schema,
      version: "2.1.0",
      runs: [
        {
          tool: { driver: driverOf(report, ids, kept) },
          automationDetails: { id: `model-referee/${policySet(report)}/` },
          columnKind: "utf16CodeUnits",
          invocations: [invocationOf(report, told.length - kept.length)],
          results: kept.map((finding) => resultOf(finding, indexes, report, view)),
          properties: { decision: report.decision, reason: sarifText(report.reason) },
        },
      ],
    });
  },
};

const isTold = ({ effect, waived, outcome }: Finding): boolean =>
  effect !== "pass" || (waived !== null && outcome !== "met" && outcome !== "not-applicable");

const ruleIdOf = ({ policy, rule }: Finding): string => sarifText(`${policy}/${rule}`, sarifLimits.name);

const policySet = ({ policies }: Report): string =>
  policies
    .map(({ id }) => id)
    .sort()
    .join("+")
    .replace(/[^\w.+-]+/g, "-")
    .slice(0, 100) || "none";

function driverOf(report: Report, ids: readonly string[], findings: readonly Finding[]): object {
  const byId = new Map(findings.map((finding) => [ruleIdOf(finding), finding]));
  return {
    name: "Model Referee",
    semanticVersion: report.tool.version,
    version: report.tool.version,
    rules: ids.flatMap((id) => {
      const finding = byId.get(id);
      return finding === undefined ? [] : [descriptorOf(id, finding, report)];
    }),
  };
}

function descriptorOf(id: string, finding: Finding, report: Report): object {
  const { title, says, why, mend } = wordsOfRule(finding, report);
  const text = (written: string): { readonly text: string } => ({ text: sarifText(written, sarifLimits.ruleText) });
  return {
    id,
    name: sarifText(finding.rule, sarifLimits.name),
    shortDescription: text(title),
    fullDescription: text(says),
    help: text(mend === "" ? why : `${why} ${mend}`),
    defaultConfiguration: { level: finding.level },
    properties: {
      precision: "very-high",
      "problem.severity": severityOf[finding.level],
      tags: ["model-governance", sarifText(finding.check, 60)],
    },
  };
}

const severityOf = { error: "error", warning: "warning", note: "recommendation" } as const satisfies Record<
  Level,
  string
>;

const invocationOf = ({ now }: Report, left: number): object => ({
  executionSuccessful: true,
  endTimeUtc: now,
  ...(left === 0
    ? {}
    : {
        toolExecutionNotifications: [
          {
            level: "warning",
            message: {
              text: `${left} further results are left out of this file, which code scanning would not keep: see the JSON report.`,
            },
          },
        ],
      }),
});

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>, report: Report, view: View): object {
  const id = ruleIdOf(finding);
  const [first, ...others] = finding.sources;
  const subject = finding.subject === null || finding.message.startsWith(finding.subject) ? "" : `${finding.subject}: `;
  const mend = finding.mend === "" ? "" : `. ${finding.mend}`;
  const text = `${finding.model}: ${subject}${finding.message}${mend}`;
  return {
    ruleId: id,
    ruleIndex: indexes.get(id) ?? -1,
    kind: "fail",
    level: finding.level,
    message: { text: sarifText(text, 2_000) },
    locations: [locationOf(first ?? placeInstead(finding, report), view)],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.slice(0, sarifLimits.relatedLocations).map((source) => locationOf(source, view)) }),
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1` },
    ...(finding.waived === null
      ? {}
      : {
          suppressions: [
            {
              kind: "external",
              status: "accepted",
              justification: sarifText(
                `${finding.waived.reason} (${finding.waived.owner}, until ${finding.waived.expires})`,
                1_000,
              ),
            },
          ],
        }),
    properties: { outcome: finding.outcome, effect: finding.effect, model: sarifText(finding.model) },
  };
}

/** Code scanning takes no result without a place: one without evidence stands at the rule that asks, or the model. */
function placeInstead(finding: Finding, { policies, models }: Report): Pick<Source, "path" | "line" | "column"> {
  const policy = policies.find(({ id, from }) => id === finding.policy && from !== "pack");
  const file = models.find(({ name }) => name === finding.model)?.files[0];
  return { path: policy?.path ?? file?.path ?? "referee.yaml", line: 1, column: null };
}

const locationOf = (
  { path, line, column }: Pick<Source, "path" | "line" | "column">,
  { pathPrefix }: View,
): object => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(`${pathPrefix}${path}`), uriBaseId: "%SRCROOT%" },
    region: {
      startLine: line ?? 1,
      startColumn: column ?? 1,
      endLine: line ?? 1,
      endColumn: (column ?? 1) + 1,
    },
  },
});

/** A path as a relative reference: a segment with a colon would be read as a scheme. */
const uriOf = (path: string): string =>
  path
    .replace(/^\/+/, "")
    .split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD")))
    .join("/");
