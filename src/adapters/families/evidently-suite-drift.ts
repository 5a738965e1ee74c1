import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, boolean, member, members, text } from "../../read/shape.js";
import { driftNumber, finite, passedBy, type Sizes } from "./evidently.js";

/** One test of a suite of the older versions, with its pointer. */
export interface SuiteTest {
  readonly name: string;
  readonly status: string | undefined;
  readonly group: string | undefined;
  readonly parameters: Value | undefined;
  readonly body: Value;
  readonly where: string;
}

interface DriftedColumn {
  readonly column: string;
  readonly found: Value | undefined;
  readonly where: string;
}

/** Drift of columns: of tests for one column first, then what tests of the share list beside it. */
export function columnsDrifted(tests: readonly SuiteTest[], sizes: Sizes): Statement[] {
  const single = tests.flatMap(({ parameters, where }): DriftedColumn[] => {
    const column = text(member(parameters, "column_name"));
    return column === undefined ? [] : [{ column, found: parameters, where: pointer(where, "parameters") }];
  });
  const listed = tests.flatMap(({ parameters, where }) =>
    members(member(parameters, "features")).map(([column, found]): DriftedColumn => ({
      column,
      found,
      where: pointer(where, "parameters", "features", column),
    })),
  );
  const seen = new Set<string>();
  return [...single, ...listed].flatMap(({ column, found, where }): Statement[] => {
    const numbers = driftNumber(methodOf(found), member(found, "score"));
    if (numbers === undefined) return [];
    const key = JSON.stringify([column, numbers.method]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        kind: "drift",
        scope: "column",
        column,
        ...numbers,
        threshold: finite(member(found, "threshold") ?? member(found, "stattest_threshold")),
        drifted: detected(found),
        ...sizes,
        where: { pointer: pointer(where, "score") },
      },
    ];
  });
}

const methodOf = (found: Value | undefined): string | undefined =>
  text(member(found, "stattest")) ?? text(member(found, "stattest_name"));

/** `detected` in later versions, `data_drift` (a text in the first) in earlier ones. */
function detected(found: Value | undefined): boolean | null {
  const said = member(found, "detected") ?? member(found, "data_drift");
  if (typeof said === "string") return /^detected$/i.test(said) ? true : /^not detected$/i.test(said) ? false : null;
  return boolean(said) ?? null;
}

/** The share stands nowhere as a number: it is the share of the listed columns that are flagged. */
export function shareDrifted({ name, status, parameters, where }: SuiteTest, sizes: Sizes): Statement[] {
  const flags = members(member(parameters, "features")).map(([, found]) => detected(found));
  const passed = passedBy(status);
  if (!/^Share of Drifted (Columns|Features)$/.test(name) || flags.length === 0 || flags.includes(null)) return [];
  return [
    {
      kind: "drift",
      scope: "dataset",
      share: flags.filter((flag) => flag === true).length / flags.length,
      threshold: finite(below(parameters, "condition", "lt")) ?? finite(below(parameters, "condition", "lte")),
      drifted: passed === null ? null : !passed,
      ...sizes,
      where: { pointer: pointer(where, "parameters", "features") },
    },
  ];
}
