import type { Effect, Finding, Outcome } from "../model/finding.js";
import type { Report } from "../model/report.js";
import { workflowData, workflowProperty } from "../report/escape.js";
import { plainText } from "../report/plain.js";

export type AnnotationLevel = "failure" | "warning" | "notice";

/** A sentence beside a line of a changed file. Its texts are plain. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** Relative to the top of the repository; null where the finding has no place. */
  readonly path: string | null;
  readonly line: number;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
}

const levelOf: Readonly<Record<Effect, AnnotationLevel | null>> = {
  block: "failure",
  undecided: "failure",
  warn: "warning",
  note: "notice",
  pass: null,
};

const outcomeWord: Readonly<Record<Outcome, string>> = {
  met: "met",
  "not-met": "not met",
  inconclusive: "inconclusive",
  missing: "missing",
  unreadable: "unreadable",
  "not-applicable": "not asked",
};

/**
 * What a report says beside the lines, worst first. What is met or waived says nothing.
 *
 * @param pathPrefix leads from the top of the repository to the checked root; empty, or ending in `/`
 */
export function annotationsOf({ findings }: Report, pathPrefix: string): readonly Annotation[] {
  const order: readonly AnnotationLevel[] = ["failure", "warning", "notice"];
  return findings
    .flatMap((finding) => annotationOf(finding, pathPrefix))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

function annotationOf(finding: Finding, pathPrefix: string): readonly Annotation[] {
  const level = levelOf[finding.effect];
  if (level === null) return [];
  const { model, rule, subject, outcome, message, mend } = finding;
  const [source] = finding.sources;
  const about = subject === null || message.startsWith(subject) ? model : `${model}, ${subject}`;
  const advice = mend === "" ? "" : `\n${plainText(mend, 1000)}`;
  return [
    {
      level,
      path: source === undefined ? null : `${pathPrefix}${source.path}`,
      line: Math.max(1, source?.line ?? 1),
      column: source?.column ?? null,
      title: plainText(`${rule}: ${outcomeWord[outcome]}`, 200),
      message: `${plainText(about)}: ${plainText(message, 2000)}${advice}`,
    },
  ];
}

/** GitHub shows as many of each kind as this for one step, and drops the others without a word. */
const mostCommands = 10;

/** Annotations as workflow commands, worst first, and a line that counts those for which there is no room. */
export function workflowCommands(annotations: readonly Annotation[]): readonly string[] {
  const failures = annotations.filter(({ level }) => level === "failure");
  const warnings = annotations.filter(({ level }) => level === "warning");
  const shown = [...failures.slice(0, mostCommands), ...warnings.slice(0, mostCommands)];
  const left = failures.length + warnings.length - shown.length;
  return [...shown.map(workflowCommand), ...(left === 0 ? [] : [`and ${left} more in the report`])];
}

function workflowCommand({ level, path, line, column, title, message }: Annotation): string {
  const place = path === null ? "" : `file=${workflowProperty(path)},line=${line},`;
  const col = path === null || column === null ? "" : `col=${column},`;
  const command = level === "failure" ? "error" : "warning";
  return `::${command} ${place}${col}title=${workflowProperty(title)}::${workflowData(message)}`;
}
