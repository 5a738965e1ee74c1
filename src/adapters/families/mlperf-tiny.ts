import type { Statement } from "../../model/fact.js";

/** Logs of the runner of MLPerf Tiny: a time, `ulp-mlperf:` or `ulp-ml:`, and what it says. */

const logged = /^\s*\d+(?:\.\d+)? ulp-ml(?:perf)?: /;

/** What the runner says on a line, and where that begins; undefined for a line of another program. */
function said(line: string): { readonly text: string; readonly column: number } | undefined {
  const before = logged.exec(line.slice(0, 200))?.[0];
  return before === undefined ? undefined : { text: line.slice(before.length), column: before.length + 1 };
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

/** Results that the runner writes once, behind all runs. */
const results: readonly {
  readonly pattern: RegExp;
  readonly metric: string;
  readonly accuracy: boolean;
  readonly unit: (written: string) => string | null;
  readonly higher?: boolean;
}[] = [
  {
    pattern: /^(Top-\d{1,4}): ([\d.]+|nan|-?inf) ?(%?)$/,
    metric: "",
    accuracy: true,
    unit: (written) => (written === "%" ? "percent" : null),
  },
  {
    pattern: /^(AUC): ([\d.]+|nan|-?inf) ?(%?)$/,
    metric: "",
    accuracy: true,
    unit: (written) => (written === "%" ? "percent" : null),
  },
  {
    pattern: /^(Median throughput) is +([\d.]+) +(inf\.\/sec\.)$/,
    metric: "throughput",
    accuracy: false,
    unit: () => "inferences/s",
    higher: true,
  },
  {
    pattern: /^(Median energy cost) is +([\d.]+) +(\w?J\/inf\.)$/,
    metric: "median_energy",
    accuracy: false,
    unit: (written) => written.replace("/inf.", "/inference"),
    higher: false,
  },
];

/** True where the first lines are the runner's, and some of them tell what was asked for. */
export function isTinyLog(text: string, accuracy: boolean): boolean {
  const lines = linesOf(text.slice(0, 65_536)).slice(0, 400);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (said(first) === undefined) return false;
  return lines.some((line) => {
    const found = said(line)?.text.trimEnd();
    return found !== undefined && results.some((result) => result.accuracy === accuracy && result.pattern.test(found));
  });
}

/** A measurement for each result, and the runner's errors as failed checks. */
export function tinyStatements(text: string): readonly Statement[] {
  return linesOf(text).flatMap((line, index): Statement[] => {
    const found = said(line);
    if (found === undefined || found.text.length > 300) return [];
    const where = { line: index + 1, column: found.column };
    if (/^ERROR\b/.test(found.text))
      return [{ kind: "check", name: "the runner finished without errors", passed: false, message: found.text, where }];
    for (const { pattern, metric, unit, higher } of results) {
      const match = pattern.exec(found.text.trimEnd());
      if (match === null) continue;
      const [, name = "", value = "", written = ""] = match;
      return [
        {
          kind: "measurement",
          raw_metric: name,
          ...(metric === "" ? {} : { metric }),
          value,
          unit: unit(written),
          ...(higher === undefined ? {} : { higher_is_better: higher }),
          where: { line: index + 1, column: found.column + found.text.indexOf(value, name.length) },
        },
      ];
    }
    return [];
  });
}
