import type { Adapter, XmlElement } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { shortened } from "./families/check-values.js";

/** Test results in the form that JUnit made common. Its counts are not read: writers differ in what they count. */
export const junit: Adapter = {
  id: "junit",
  title: "JUnit XML",
  definedAt: "https://github.com/testmoapp/junitxml",
  versions: "as Deepchecks 0.19.1 and datacontract-cli 1.2.8 write it",
  reads:
    "Each test case as a check: failed, or passed where nothing stands against it; errors and skips are neither. Cases of Deepchecks do not say whether their conditions held, and are neither, too.",
  leaves: "Counts in the attributes of suites, properties, times and standard error.",
  syntax: ["xml"],
  gives: ["check"],

  recognises: ({ xml }) => xml !== undefined && (xml.name === "testsuites" || isSuite(xml)),

  read: ({ xml }) => (xml === undefined ? [] : casesOf(xml, null)),
};

const isSuite = ({ name, children }: XmlElement): boolean =>
  name === "testsuite" && children.every((child) => parts.has(child.name));

const parts = new Set(["testcase", "testsuite", "properties", "system-out", "system-err"]);

function casesOf(element: XmlElement, at: string | null): Statement[] {
  return element.children.flatMap((child) => {
    if (child.name === "testcase") return [checkOf(child, at)];
    return child.name === "testsuite" ? casesOf(child, attribute(child, "timestamp") ?? at) : [];
  });
}

function checkOf(testCase: XmlElement, at: string | null): Statement {
  const against = testCase.children.find(({ name }) => name === "failure" || name === "error" || name === "skipped");
  const said = against ?? testCase.children.find(({ name }) => name === "system-out");
  const message = said === undefined ? "" : (attribute(said, "message") ?? said.text.trim());
  return {
    kind: "check",
    name: attribute(testCase, "name") ?? "",
    passed: passed(testCase, against?.name),
    severity: against?.name === "failure" ? "error" : null,
    message: message === "" ? null : shortened(message),
    at,
    where: { line: testCase.line },
  };
}

/**
 * Deepchecks writes what its conditions found to standard output, with no mark of whether that is good, and `failure`
 * for a check that could not run.
 */
function passed(testCase: XmlElement, against: string | undefined): boolean | null {
  if (attribute(testCase, "classname")?.startsWith("deepchecks.") === true) return null;
  if (against === undefined) return true;
  return against === "failure" ? false : null;
}

const attribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;
