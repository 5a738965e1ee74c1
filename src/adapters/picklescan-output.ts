import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

interface Found {
  readonly value: number;
  readonly line: number;
}

function countOf(lines: readonly string[], title: string): Found | undefined {
  const index = lines.findIndex((line) => line.startsWith(`${title}: `));
  const value = Number(/: (\d{1,15})\s*$/.exec(lines[index] ?? "")?.[1] ?? Number.NaN);
  return index < 0 || Number.isNaN(value) ? undefined : { value, line: index + 1 };
}

/** `path: dangerous import 'posix system' FOUND`. */
function importChecks(lines: readonly string[]): Statement[] {
  return lines.flatMap((line, index): Statement[] => {
    const match = /^(.{1,1000}): (\w{1,20}) import '([^']{1,300})' FOUND\s*$/.exec(line);
    if (match === null) return [];
    return [
      {
        kind: "check",
        name: match[3] ?? "unknown",
        column: match[1] ?? null,
        passed: false,
        severity: match[2] ?? null,
        message: `${match[2] ?? ""} import`,
        where: { line: index + 1 },
      },
    ];
  });
}

/** What picklescan prints. A run that scanned no file, or failed on one, has shown nothing. */
export const picklescanOutput: Adapter = {
  id: "picklescan-output",
  title: "picklescan output",
  definedAt: "https://github.com/mmaitre314/picklescan",
  versions: "1.0.x",
  reads: "The verdict, and each import that was found.",
  leaves: "The exit status, which the output does not hold.",
  syntax: ["text"],
  gives: ["check"],
  recognises: ({ text }) => /^-+ SCAN SUMMARY -+\s*$/m.test(text) && /^Dangerous globals: \d/m.test(text),

  read({ text }) {
    const lines = text.split("\n").map((line) => line.trimEnd());
    const [scanned, infected, dangerous] = ["Scanned files", "Infected files", "Dangerous globals"].map((title) =>
      countOf(lines, title),
    );
    const bad = (infected?.value ?? 0) > 0 || (dangerous?.value ?? 0) > 0;
    const whole = (scanned?.value ?? 0) > 0 && infected !== undefined && !lines.some((line) => /^ERROR\b/.test(line));
    return [
      {
        kind: "check",
        name: "picklescan",
        passed: bad ? false : whole ? true : null,
        observed: infected?.value ?? null,
        expected: 0,
        message: `${infected?.value ?? "unknown"} of ${scanned?.value ?? "unknown"} scanned files are infected.`,
        suite: true,
        where: { line: infected?.line ?? 1 },
      },
      ...importChecks(lines),
    ];
  },
};
