import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { shortened } from "./families/check-values.js";

/** Dependencies, and where they stand: version 1 wrote the list alone. */
function dependenciesOf(
  value: Value | undefined,
): { readonly all: readonly Value[]; readonly base: string } | undefined {
  const own = list(value);
  const all = own ?? list(member(value, "dependencies"));
  const isDependency = (item: Value): boolean =>
    hasKeys(item, "name") && (list(member(item, "vulns")) !== undefined || hasKeys(item, "skip_reason"));
  if (all === undefined || all.length === 0 || !all.every(isDependency)) return undefined;
  return { all, base: own === undefined ? "/dependencies" : "" };
}

function dependencyChecks(dependency: Value, base: string): Statement[] {
  const name = text(member(dependency, "name")) ?? "dependency";
  const version = text(member(dependency, "version"));
  const column = version === undefined ? name : `${name} ${version}`;
  const skipped = text(member(dependency, "skip_reason"));
  if (list(member(dependency, "vulns")) === undefined)
    return [
      {
        kind: "check",
        name: "audited",
        column,
        passed: null,
        message: skipped ?? "The dependency was not audited.",
        where: { pointer: pointer(base, "skip_reason") },
      },
    ];
  return (list(member(dependency, "vulns")) ?? []).map((vulnerability, index) => {
    const fixes = (list(member(vulnerability, "fix_versions")) ?? []).flatMap((fix) => text(fix) ?? []);
    return {
      kind: "check",
      name: text(member(vulnerability, "id")) ?? "vulnerability",
      column,
      passed: false,
      expected: fixes.length === 0 ? null : `fixed in ${fixes.join(", ")}`,
      message: shortened(text(member(vulnerability, "description")) ?? ""),
      where: { pointer: pointer(base, "vulns", index, "id") },
    };
  });
}

/** Known vulnerabilities of Python packages. A dependency that was skipped is not clean. */
export const pipAuditReport: Adapter = {
  id: "pip-audit-report",
  title: "pip-audit report (`--format json`)",
  definedAt: "https://github.com/pypa/pip-audit",
  versions: "2.x; the bare list of 1.x from the source, not seen",
  reads: "The verdict over all dependencies, each vulnerability, and each dependency that was skipped.",
  leaves: "Aliases, fixes that were applied, and dependencies without a finding.",
  syntax: ["json"],
  gives: ["check"],
  recognises: ({ value }) => dependenciesOf(value) !== undefined,

  read({ value }) {
    const { all, base } = dependenciesOf(value) ?? { all: [], base: "" };
    const checks = all.flatMap((dependency, index) => dependencyChecks(dependency, pointer(base, index)));
    const outcomes = checks.map((check) => (check.kind === "check" ? check.passed : null));
    return [
      {
        kind: "check",
        name: "pip-audit",
        passed: outcomes.includes(false) ? false : outcomes.includes(null) ? null : true,
        observed: outcomes.filter((outcome) => outcome === false).length,
        expected: 0,
        message: `${outcomes.filter((outcome) => outcome === null).length} of ${all.length} dependencies were not audited.`,
        suite: true,
        where: { pointer: base },
      },
      ...checks,
    ];
  },
};
