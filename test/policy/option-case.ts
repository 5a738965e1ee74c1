import { check } from "../../src/commands/check.js";
import type { Value } from "../../src/model/adapter.js";
import type { Report } from "../../src/model/report.js";
import { isList, isRecord } from "../../src/read/shape.js";
import { ran, type Files } from "../commands/ran.js";
import { judged, rules, type Circumstances } from "../judge/judged.js";

/** Every key that may be written at a place of a schema, with those below it: `applies.risk`, `models.owner`. */
export function keysOf(schema: Value, at = ""): readonly string[] {
  if (isList(schema)) return schema.flatMap((one) => keysOf(one, at));
  if (!isRecord(schema)) return [];
  const below = Object.entries(schema).flatMap(([word, value]) =>
    ["anyOf", "oneOf", "allOf", "items"].includes(word) ? keysOf(value, at) : [],
  );
  const properties = isRecord(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const own = properties.flatMap(([key, value]) => {
    const path = at === "" ? key : `${at}.${key}`;
    // What a mapping says has its own table of cases, beside what applies it.
    return path === "evidence.map" ? [path] : [path, ...keysOf(value, path)];
  });
  return [...new Set([...own, ...below])];
}

/** What a run says without the option and with it. */
export interface Case {
  readonly without: () => Promise<unknown>;
  readonly with: () => Promise<unknown>;
  readonly expected: readonly [without: unknown, given: unknown];
}

export type Look = (report: Report) => unknown;
export const decision: Look = (report) => report.decision;
export const said: Look = ({ findings }) =>
  findings.map(
    ({ rule, subject, outcome, effect }) => `${rule}${subject === null ? "" : ` ${subject}`}: ${outcome} (${effect})`,
  );
export const outcomes: Look = ({ findings }) => findings.map(({ outcome }) => outcome);

const underPolicy =
  (policy: string, look: Look, files: Files, circumstances: Circumstances = {}) =>
  async (): Promise<unknown> =>
    look(await judged(files, policy, circumstances));

/** A case whose option stands in the policy or a rule. */
export const ofPolicy = (
  without: string,
  policy: string,
  look: Look,
  expected: Case["expected"],
  files: Files,
  circumstances?: Circumstances,
): Case => ({
  without: underPolicy(without, look, files, circumstances),
  with: underPolicy(policy, look, files, circumstances),
  expected,
});

export const onCommandLine =
  (files: Files, look: (report: Report) => unknown, ...argv: readonly string[]) =>
  async (): Promise<unknown> => {
    const { out, problems } = await ran(files, check, ...argv, "--format", "json");
    if (problems.length > 0) return problems;
    const report: Report = JSON.parse(out);
    return look(report);
  };

/** A case whose option stands in `referee.yaml`, through the command line. */
export const configured = (
  files: Files,
  without: string,
  configuration: string,
  look: Look,
  expected: Case["expected"],
): Case => ({
  without: onCommandLine({ ...files, "referee.yaml": `policies: [gate.yaml]\n${without}` }, look),
  with: onCommandLine({ ...files, "referee.yaml": `policies: [gate.yaml]\n${configuration}` }, look),
  expected,
});

/** Files under a policy of one rule. */
export const under = (rule: string, files: Files): Files => ({ ...files, "gate.yaml": rules(`a: { ${rule} }`) });

/** The outcome of the rule on the model `m`; null where it has no finding. */
export const ofM = ({ findings }: Report): unknown =>
  findings.find(({ model, rule }) => model === "m" && rule === "a")?.outcome ?? null;
