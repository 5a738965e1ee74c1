import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, number, text } from "../read/shape.js";

interface Issue {
  readonly value: Value;
  readonly base: string;
}

/** Issues in one list, or by severity as the first versions wrote them. */
const issuesOf = (value: Value | undefined): readonly Issue[] => [
  ...(list(member(value, "issues")) ?? []).map((issue, index) => ({ value: issue, base: pointer("/issues", index) })),
  ...members(member(value, "issues_by_severity")).flatMap(([severity, issues]) =>
    (list(issues) ?? []).map((issue, index) => ({
      value: issue,
      base: pointer("/issues_by_severity", severity, index),
    })),
  ),
];

/** Files that were passed over, and the place of the first. */
function skippedOf(value: Value | undefined): { readonly files: readonly Value[]; readonly base: string } {
  const within = list(below(value, "summary", "skipped", "skipped_files"));
  const files = within ?? list(below(value, "skipped", "skipped_files")) ?? [];
  return { files, base: within === undefined ? "/skipped/skipped_files" : "/summary/skipped/skipped_files" };
}

const scannedOf = (value: Value | undefined): Value | undefined =>
  below(value, "summary", "scanned") ?? member(value, "scanned");

interface Scan {
  readonly scanned: number;
  readonly files: readonly string[];
  readonly issues: readonly Issue[];
  readonly errors: readonly Value[];
  readonly totalIssues: number;
  readonly skipped: readonly Value[];
  readonly at: string | null;
}

function scanOf(value: Value | undefined): Scan {
  const issues = issuesOf(value);
  const stated = number(below(value, "summary", "total_issues")) ?? number(member(value, "total_issues"));
  return {
    scanned: number(member(scannedOf(value), "total_scanned")) ?? 0,
    files: (list(member(scannedOf(value), "scanned_files")) ?? []).flatMap((file) => text(file) ?? []),
    issues,
    errors: list(member(value, "errors")) ?? [],
    totalIssues: Math.max(stated ?? 0, issues.length),
    skipped: skippedOf(value).files,
    at: text(below(value, "summary", "timestamp")) ?? text(member(value, "timestamp")) ?? null,
  };
}

/** No issue counts only where something was scanned and nothing failed on the way. */
function verdict(scan: Scan, where: string): Statement {
  const clean = scan.scanned > 0 && scan.errors.length === 0;
  return {
    kind: "check",
    name: "modelscan",
    passed: scan.totalIssues > 0 ? false : clean ? true : null,
    observed: scan.totalIssues,
    expected: 0,
    message: `${scan.totalIssues} issues in ${scan.scanned} scanned files, ${scan.errors.length} errors.`,
    suite: true,
    at: scan.at,
    where: { pointer: where },
  };
}

function issueCheck({ value, base }: Issue, at: string | null): Statement {
  const [module, operator] = [text(member(value, "module")), text(member(value, "operator"))];
  return {
    kind: "check",
    name: module === undefined && operator === undefined ? "unsafe content" : `${module ?? ""}.${operator ?? ""}`,
    column: text(member(value, "source")) ?? null,
    passed: false,
    severity: text(member(value, "severity"))?.toLowerCase() ?? null,
    message: text(member(value, "description")) ?? null,
    at,
    where: { pointer: pointer(base, "description") },
  };
}

/** A file that could not be scanned, or was passed over: nothing is known of it. */
const unscanned = (value: Value, base: string, at: string | null): Statement => ({
  kind: "check",
  name: "scanned",
  column: text(member(value, "source")) ?? text(value) ?? null,
  passed: null,
  message: text(member(value, "description")) ?? text(member(value, "category")) ?? null,
  at,
  where: { pointer: base },
});

function scannedFiles(scan: Scan, base: string): Statement[] {
  const touched = new Set(scan.issues.map(({ value }) => text(member(value, "source"))));
  return scan.files.flatMap((file, index): Statement[] =>
    touched.has(file)
      ? []
      : [
          {
            kind: "check",
            name: "scanned",
            column: file,
            passed: scan.errors.some((error) => text(member(error, "source")) === file) ? null : true,
            at: scan.at,
            where: { pointer: pointer(base, "scanned_files", index) },
          },
        ],
  );
}

/** A scan of model files for code that runs when they are loaded. A scan that scanned nothing has not passed. */
export const modelscanReport: Adapter = {
  id: "modelscan-report",
  title: "ModelScan report (`-r json`)",
  definedAt: "https://github.com/protectai/modelscan",
  versions: "0.8.8; 0.1 to 0.7 and skipped files from the source, not seen",
  reads: "The verdict, each issue, each file that was scanned, and each that was skipped or could not be.",
  leaves: "Which scanner found an issue.",
  syntax: ["json"],
  gives: ["check"],
  recognises: ({ value }) =>
    isRecord(scannedOf(value)) &&
    hasKeys(scannedOf(value), "total_scanned") &&
    (hasKeys(value, "issues") ||
      hasKeys(value, "issues_by_severity") ||
      hasKeys(member(value, "summary"), "total_issues_by_severity")),

  read({ value }) {
    const scan = scanOf(value);
    const base = hasKeys(member(value, "summary"), "scanned") ? "/summary/scanned" : "/scanned";
    return [
      verdict(scan, pointer(base, "total_scanned")),
      ...scan.issues.map((issue) => issueCheck(issue, scan.at)),
      ...scannedFiles(scan, base),
      ...scan.errors.map((error, index) => unscanned(error, pointer("/errors", index), scan.at)),
      ...scan.skipped.map((file, index) => unscanned(file, pointer(skippedOf(value).base, index), scan.at)),
    ];
  },
};
