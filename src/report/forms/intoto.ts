import { createHash } from "node:crypto";
import type { Finding } from "../../model/finding.js";
import type { Report, ReportedModel } from "../../model/report.js";
import type { Reporter } from "../../model/reporter.js";
import { findingsByModel, inputsByModel } from "../by-model.js";
import { canonicalJson, canonicalLineParts } from "../canonical-json.js";
import { inParts } from "../in-parts.js";
import { plainText } from "../plain.js";

const predicateType = "https://in-toto.io/attestation/test-result/v0.1";

const resultOf = { pass: "PASSED", warn: "WARNED", block: "FAILED", undecided: "FAILED" } as const;

/**
 * An in-toto statement for each model, a line each, unsigned: its subject is the model's own artifact, or where no
 * evidence states its digest, the evidence itself. What was judged, and by what, stands in `configuration` with digests.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md
 */
export const intoto: Reporter = {
  id: "intoto",
  title: "In-toto statements (test-result) about the models' artifacts, ready to be signed",
  extension: "intoto.jsonl",

  render: (report) => [...statements(report)].join(""),
  parts: (report) => inParts(statements(report)),
};

/** A line for each model. */
function* statements(report: Report): Generator<string> {
  const found = findingsByModel(report.findings);
  const inputs = inputsByModel(report.inputs);
  const whole = createHash("sha256");
  for (const part of canonicalLineParts(report)) whole.update(part);
  const digest = whole.digest("hex");
  for (const model of report.models) {
    const told = { findings: found.get(model.name) ?? [], inputs: inputs.get(model.name) ?? [] };
    const statement = statementOf(model, told, report, digest);
    if (statement !== null) yield `${canonicalJson(statement)}\n`;
  }
}

interface Resource {
  readonly name: string;
  readonly digest: { readonly sha256: string };
  readonly annotations: Readonly<Record<string, string | number | null>>;
}

/** What a report says of one model, and was read for it. */
interface Told {
  readonly findings: readonly Finding[];
  readonly inputs: Report["inputs"];
}

/** A statement needs a subject: a model without artifact or evidence has none. */
function statementOf(model: ReportedModel, { findings, inputs }: Told, report: Report, whole: string): object | null {
  const evidence = inputs.filter(({ baseline }) => !baseline);
  const artifact = sha256Of(model.detail?.artifact_digest ?? null);
  const subject =
    artifact !== null
      ? [{ name: titleOf(model), digest: { sha256: artifact } }]
      : evidence.flatMap(({ path, digest }) => {
          const sha256 = sha256Of(digest);
          return sha256 === null ? [] : [{ name: path, digest: { sha256 } }];
        });
  if (subject.length === 0) return null;
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject,
    predicateType,
    predicate: {
      result: resultOf[model.decision],
      configuration: [reportResource(model, findings, report, whole), ...configurationOf(report, evidence)],
      passedTests: names(findings, ({ effect }) => effect === "pass" || effect === "note"),
      warnedTests: names(findings, ({ effect }) => effect === "warn"),
      failedTests: names(findings, ({ effect }) => effect === "block" || effect === "undecided"),
    },
  };
}

/** The report itself, by its digest: a signature over the statement is one over all that was found. */
const reportResource = (
  model: ReportedModel,
  findings: readonly Finding[],
  { now, tool }: Report,
  sha256: string,
): Resource => ({
  name: "report.json",
  digest: { sha256 },
  annotations: {
    role: "report",
    decision: model.decision,
    judged_at: now,
    stage: model.stage,
    tool: `${tool.name} ${tool.version}`,
    tool_digest: tool.digest,
    waived: findings.filter(({ waived }) => waived !== null).length,
    vouched: model.vouched,
  },
});

const titleOf = ({ name, version }: ReportedModel): string => plainText(version === null ? name : `${name} ${version}`);

/** Policies, configuration, waivers and evidence, each by its digest. */
function configurationOf({ policies, run }: Report, evidence: Report["inputs"]): readonly Resource[] {
  const { configuration, waivers } = run.judged_by;
  return [
    ...policies.map(({ id, path, digest }) => ({ name: path, digest, role: "policy", id })),
    ...(configuration === null ? [] : [{ ...configuration, name: configuration.path, role: "configuration", id: "" }]),
    ...waivers.map((file) => ({ name: file.path, digest: file.digest, role: "waivers", id: "" })),
    ...evidence.map(({ path, digest, vouched }) => ({ name: path, digest, role: "evidence", id: vouched ?? "" })),
  ].flatMap(({ name, digest, role, id }) => {
    const sha256 = sha256Of(digest);
    return sha256 === null
      ? []
      : [
          {
            name,
            digest: { sha256 },
            annotations: { role, ...(role === "policy" ? { policy: id } : role === "evidence" ? { vouched: id } : {}) },
          },
        ];
  });
}

const sha256Of = (digest: string | null): string | null => /^sha256:([0-9a-f]{64})$/.exec(digest ?? "")?.[1] ?? null;

/** Findings as names of tests; the same name stands once, and a name is that of a rule and its subject. */
const names = (findings: readonly Finding[], chosen: (finding: Finding) => boolean): readonly string[] =>
  [
    ...new Set(
      findings
        .filter(({ outcome }) => outcome !== "not-applicable")
        .filter(chosen)
        .map(({ policy, rule, subject }) => plainText(`${policy}/${rule}${subject === null ? "" : ` [${subject}]`}`)),
    ),
  ].sort();
