import { worstDecision } from "../decide.js";
import { listed } from "../judging/wording.js";
import type { Finding } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import type { Report, ReportedPolicy } from "../model/report.js";
import { instantOf } from "../normalise/instant.js";
import type { Survey } from "../survey.js";
import { leftOver } from "./own-findings.js";
import type { JudgeRequest } from "./request.js";
import type { JudgedModel, Run } from "./run.js";

/** The report of a run: one decision over all models, in an order that does not depend on the files'. */
export function reportOf(models: readonly JudgedModel[], run: Run): Report {
  const { request, surveyed } = run;
  const findings = [...models.flatMap((model) => model.findings), ...leftOver(run, models)];
  const nothing = models.length === 0;
  const fine =
    nothing && (request.touched !== null || request.configuration.nothingToJudgeIsFine) && request.only.length === 0;
  const decision = fine ? "pass" : worstDecision(models.map(({ reported }) => reported.decision));
  return {
    schema_version: 1,
    tool: { name: "model-referee", version: request.version },
    now: instantOf(request.now) ?? "",
    clock_given: request.clockGiven,
    decision,
    reason: nothing ? nothingReason(request, surveyed, fine) : reasonOf(models, findings),
    event: request.event,
    base: request.base?.label ?? null,
    head: request.head,
    models: models.map(({ reported }) => reported).sort((a, b) => (a.name < b.name ? -1 : 1)),
    findings: sorted(findings),
    problems: [
      ...request.problems.map((problem) => ({ ...problem, model: null })),
      ...models.flatMap((model) => model.problems),
    ],
    policies: request.policies.map((policy) => reportedPolicy(policy, request)),
    inputs: models.flatMap(({ inputs }) => inputs).sort((a, b) => (a.path < b.path ? -1 : 1)),
    unjudged: unjudgedOf(models, run),
    notes: [...request.notes, ...surveyed.links.map((path) => `${path} is a link to a folder and was not followed`)],
  };
}

/** Files above every model, and files of models that nobody knew. */
function unjudgedOf(models: readonly JudgedModel[], run: Run): Report["unjudged"] {
  const { surveyed } = run;
  const unknown = models.flatMap(({ reported }) =>
    reported.files
      .filter(({ format, problems }) => format === null && problems === 0)
      .map(({ path }) => ({ path, format: null })),
  );
  const own = new Set([
    run.request.configuration.path,
    ...run.request.policies.map(({ path }) => path),
    ...run.request.configuration.waivers,
  ]);
  const above = surveyed.unowned
    .map(({ path }) => ({ path, format: null }))
    .filter(({ path }) => !own.has(path) && !/(^|\/)\.[^/]+$|\.test\.yaml$|^(license|notice)/i.test(path));
  return [...above, ...unknown].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Worst first, then by model, file and rule. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ effect }: Finding): number => ["block", "undecided", "warn", "note", "pass"].indexOf(effect);
  const key = ({ model, policy, rule, subject }: Finding): string =>
    [model, policy, rule, subject ?? ""].join("\u0000");
  return [...findings]
    .map((finding) => ({ finding, rank: rank(finding), key: key(finding) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

const reportedPolicy = ({ id, path, digest, rules }: Policy, { policiesFrom }: JudgeRequest): ReportedPolicy => ({
  id,
  path,
  digest,
  rules: rules.length,
  from: path.startsWith("referee:") ? "pack" : policiesFrom,
});

function nothingReason({ only, touched, scope }: JudgeRequest, surveyed: Survey, fine: boolean): string {
  if (fine) return "nothing to judge: the change touches no model";
  if (only.length > 0)
    return `no model is called ${listed(only, "or")}; there are ${listed(surveyed.models.map(({ identity }) => identity.name).slice(0, 8)) || "none"}`;
  if (touched !== null) return "nothing to judge: the change touches no model";
  return `no model was found${scope.includes("") ? "" : ` in ${listed(scope)}`}: a folder with a model card, an MLmodel file or a *.facts.jsonl is one`;
}

function reasonOf(models: readonly JudgedModel[], findings: readonly Finding[]): string {
  const stopping = findings.filter(({ effect }) => effect === "block" || effect === "undecided");
  const rules = new Set(
    models.flatMap(({ findings: own }) => own.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)),
  ).size;
  if (stopping.length === 0) {
    const warned = findings.filter(({ effect }) => effect === "warn").length;
    return warned === 0
      ? `${rules} ${rules === 1 ? "rule is" : "rules are"} met`
      : `${rules} rules judged, ${warned} ${warned === 1 ? "warning" : "warnings"}`;
  }
  const counts = ["not-met", "missing", "unreadable", "inconclusive"].map((outcome) => ({
    outcome: outcome.replace("-", " "),
    count: stopping.filter((finding) => finding.outcome === outcome).length,
  }));
  const stoppingRules = new Set(stopping.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)).size;
  return `${stoppingRules} of ${rules} rules ${stoppingRules === 1 ? "stops" : "stop"} it: ${counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(", ")}`;
}
