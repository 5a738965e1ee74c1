import type { EvidencePart } from "../model/check.js";
import type { FactOf, Limit } from "../model/fact.js";
import { loosened } from "./limits.js";
import { namedWithoutLimits } from "./limits-in-names.js";

type Check = FactOf<"check">;

/** Formats that list what failed and are silent of what passed: what they no longer list may have been mended. */
const failuresOnly: ReadonlySet<string> = new Set([
  ...["pandera-errors", "pandera-failure-cases", "frictionless-report", "frictionless-report-md", "tfdv-anomalies"],
  ...["sagemaker-model-monitor-violations", "giskard-scan", "ydata-profile", "mlflow-validation"],
  ...["tfma-validation-result", "google-benchmark", "mlperf-tiny", "modelscan-report", "picklescan-output"],
  ...["garak-hitlog", "pip-audit-report", "cyclonedx-bom"],
]);

/** What some tools tell only where it fails: that not all was evaluated, or that some of it does not count. */
const toldWhereItFails = /^(?:all samples of .{1,500} were evaluated|no sample of .{1,500} was invalidated)$/s;

/**
 * What a check is called whoever answered it and whenever: promptfoo runs a test for each provider and prompt, NannyML
 * looks at a figure in each chunk of time.
 */
function plainName(fact: Check): string {
  const { format, name } = fact;
  if (format === "promptfoo-results") return name.replace(/ \[[^[\]]{0,200}\](?: prompt \d{1,6})?$/, "");
  if (format === "nannyml-results") return name.replace(/, chunk .{0,200}$/s, "");
  return namedWithoutLimits(fact);
}

/** Formats of the team's own, in which what is expected is whatever they say. */
const ownFormats: ReadonlySet<string | null> = new Set(["facts-jsonl", "mapped", null]);

/**
 * What a check was held against. Facts that a team writes itself may say it in one word, and then the verdict tells which
 * way it holds: what passes above it asks for more.
 */
function limitsOf({ format, limits, observed, expected, passed }: Check): readonly Limit[] | null {
  if (limits !== null || expected === null || !ownFormats.has(format)) return limits;
  const ordered = typeof observed === "number" && typeof expected === "number" && observed !== expected;
  const sense = !ordered || passed === null ? "as-is" : observed > expected === passed ? "at-least" : "at-most";
  return [{ name: "expected", sense, value: expected }];
}

/** Single checks that a report states whether they pass or not. */
export const isStatedAnyway = (fact: Check): boolean =>
  !fact.suite && !isOfFailuresOnly(fact) && !toldWhereItFails.test(fact.name);

/** True of a report in which only the verdict over all tells that what it does not list has passed. */
export const isOfFailuresOnly = ({ format }: Check): boolean => format !== null && failuresOnly.has(format);

/**
 * Checks and suites as parts of what a rule is judged on. A check counts as often as files have it, and in a file as
 * often as the provider or chunk that has it most often: another provider is no other check. A suite may be named anew,
 * since its checks are counted.
 */
export function partsOfChecks(facts: readonly Check[], subject: string | null): readonly EvidencePart[] {
  const suites = facts.filter(({ suite }) => suite);
  return [
    ...singleChecks(facts.filter(isStatedAnyway), subject),
    ...suites.map(({ name, source, limits }) => ({
      name: `${name} (suite)`,
      source,
      subject,
      exchanged: true,
      limits,
    })),
  ];
}

function singleChecks(facts: readonly Check[], subject: string | null): readonly EvidencePart[] {
  const asked = new Map<string, EvidencePart[]>();
  const seen = new Map<string, number>();
  for (const fact of facts) {
    const { name, column, source } = fact;
    const plain = plainName(fact);
    const key = JSON.stringify([source.path, plain, column]);
    const once = JSON.stringify([key, name]);
    const times = (seen.get(once) ?? 0) + 1;
    seen.set(once, times);
    const parts = asked.get(key) ?? [];
    asked.set(key, parts);
    const limits = limitsOf(fact);
    const part: EvidencePart = {
      name: column === null ? plain : `${plain} on ${column}`,
      source,
      subject,
      // What did not run was held against nothing, and is told as that.
      ...(limits === null && fact.passed === null ? {} : { limits }),
    };
    if (times > parts.length) parts.push(part);
    // Of providers that are held against different limits, the loosest counts.
    else if (isLooser(limits, parts[times - 1]?.limits)) parts[times - 1] = part;
  }
  return [...asked.values()].flat();
}

const isLooser = (limits: readonly Limit[] | null, than: EvidencePart["limits"]): boolean =>
  than !== null && than !== undefined && loosened(than, limits ?? []).length > 0;

/**
 * Probes of a scan by their detectors, as often as the file that has them most often: attempts may be told one by one,
 * and a report, its digest and its log of hits are of one scan.
 */
export function partsOfScan(facts: readonly Check[], subject: string | null): readonly EvidencePart[] {
  const inFiles = new Map<string, EvidencePart[]>();
  for (const { name, source, limits } of facts.filter(isStatedAnyway)) {
    const key = JSON.stringify([source.path, name]);
    const known = inFiles.get(key);
    if (known === undefined) inFiles.set(key, [{ name, source, subject, limits }]);
    else known.push({ name, source, subject, limits });
  }
  const most = new Map<string, readonly EvidencePart[]>();
  for (const parts of inFiles.values()) {
    const name = parts[0]?.name ?? "";
    if (parts.length > (most.get(name)?.length ?? 0)) most.set(name, parts);
  }
  return [...most.values()].flat();
}
