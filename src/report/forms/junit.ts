import type { Effect, Finding } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import type { Reporter } from "../../model/reporter.js";
import { findingsByModel } from "../by-model.js";
import { xmlText } from "../escape.js";

/** What a test runner's reader makes of an effect: an error is a test that could not tell. */
const elementOf: Readonly<Record<Effect, "failure" | "error" | null>> = {
  block: "failure",
  undecided: "error",
  warn: null,
  note: null,
  pass: null,
};

/** A suite for each model, a case for each finding, as the JUnit readers of build servers take them. */
export const junit: Reporter = {
  id: "junit",
  title: "Findings as test cases, for build servers",
  extension: "junit.xml",
  forForge: true,

  render(report, { pathPrefix }) {
    const found = findingsByModel(report.findings);
    const names = [...new Set([...report.models.map(({ name }) => name), ...found.keys()])];
    const suites = names.map((name) => ({
      name,
      cases: (found.get(name) ?? []).map((one) => caseOf(one, report, pathPrefix)),
    }));
    const all = [{ name: "model-referee", cases: [decisionCase(report)] }, ...suites];
    const counts = countsOf(all.flatMap(({ cases }) => cases));
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="model-referee" ${counts.replace(/ skipped="\d+"$/, "")} time="0">`,
      ...all.flatMap(({ name, cases }) => suiteLines(name, cases, report)),
      "</testsuites>",
      "",
    ].join("\n");
  },
};

interface Case {
  readonly kind: "failure" | "error" | "skipped" | "passed";
  readonly text: string;
}

function suiteLines(name: string, cases: readonly Case[], { now }: Report): readonly string[] {
  const at = now.replace(/(\.\d+)?Z$/, "");
  return [
    `  <testsuite name="${xmlText(name)}" ${countsOf(cases)} time="0" timestamp="${xmlText(at)}">`,
    ...cases.map(({ text }) => text),
    "  </testsuite>",
  ];
}

function countsOf(cases: readonly Case[]): string {
  const count = (kind: Case["kind"]): number => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

function caseOf(finding: Finding, report: Report, pathPrefix: string): Case {
  const name = `${finding.rule}${finding.subject === null ? "" : ` [${finding.subject}]`}`;
  const open = `    <testcase name="${xmlText(name)}" classname="${xmlText(`${finding.model}.${finding.policy}`)}" time="0"`;
  const element = elementOf[finding.effect];
  if (element !== null)
    return { kind: element, text: `${open}>\n${outcomeElement(element, finding, pathPrefix)}\n    </testcase>` };
  const skipped = skippedBecause(finding);
  if (skipped !== null)
    return { kind: "skipped", text: `${open}>\n      <skipped message="${xmlText(skipped)}"/>\n    </testcase>` };
  return { kind: "passed", text: `${open}${passedRest(finding, report)}` };
}

const outcomeElement = (
  element: "failure" | "error",
  { outcome, message, mend, sources }: Finding,
  pathPrefix: string,
): string => {
  const places = sources.map(({ path, line }) => `${pathPrefix}${path}${line === null ? "" : `:${line}`}`);
  const text = [message, ...(mend === "" ? [] : [`Mend: ${mend}`]), ...places].map((line) => xmlText(line)).join("\n");
  return `      <${element} type="${outcome}" message="${xmlText(message)}">${text}</${element}>`;
};

function skippedBecause({ waived, outcome, message }: Finding): string | null {
  if (waived !== null && outcome !== "met")
    return `waived by ${waived.owner} until ${waived.expires}: ${waived.reason} (${message})`;
  return outcome === "not-applicable" ? message : null;
}

const passedRest = ({ effect, outcome, message }: Finding, { tool }: Report): string =>
  effect === "pass"
    ? "/>"
    : `>\n      <system-out>${xmlText(`${tool.name}: ${effect}, ${outcome}: ${message}`)}</system-out>\n    </testcase>`;

/** The decision is a case too: a run that judged nothing, or could not, is not to be taken for a good one. */
function decisionCase({ decision, reason }: Report): Case {
  const open = '    <testcase name="decision" classname="model-referee" time="0"';
  if (decision === "pass" || decision === "warn") return { kind: "passed", text: `${open}/>` };
  const kind = decision === "block" ? "failure" : "error";
  const inner = `      <${kind} type="${decision}" message="${xmlText(reason)}"/>`;
  return { kind, text: `${open}>\n${inner}\n    </testcase>` };
}
