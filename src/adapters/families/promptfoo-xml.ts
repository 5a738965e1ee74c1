import type { Value, XmlElement } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { suiteStatement, testStatement } from "./promptfoo.js";

/** The XML of promptfoo: its JSON with an element for each member, and one for each item of a list. */

const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((held) => held.name === name);

const resultsOf = (root: XmlElement | undefined): XmlElement | undefined =>
  root?.name === "promptfoo" ? child(root, "results") : undefined;

export const isPromptfooXml = (root: XmlElement | undefined): boolean =>
  (resultsOf(root)?.children ?? []).some(({ name }) => name === "results" || name === "stats");

/** Elements that are lists even where they stand alone. */
const lists = new Set(["componentResults"]);

/** An element as the member of JSON that it was written from; numbers stay texts. */
function valueOf({ children, text }: XmlElement): Value {
  if (children.length === 0) {
    const written = text.trim();
    return written === "true" ? true : written === "false" ? false : written;
  }
  const members = new Map<string, Value>();
  for (const held of children) {
    const value = valueOf(held);
    if (!lists.has(held.name)) members.set(held.name, value);
    else members.set(held.name, [...listed(members.get(held.name)), value]);
  }
  return Object.fromEntries(members);
}

const listed = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

/** A check for each test and the verdict over all of them, on the lines where they stand. */
export function promptfooXml(root: XmlElement | undefined): readonly Statement[] {
  const results = resultsOf(root);
  if (results === undefined) return [];
  const at = child(results, "timestamp")?.text.trim() ?? null;
  const tests = results.children.filter((held) => held.name === "results" && child(held, "success") !== undefined);
  const stats = child(results, "stats");
  return [
    ...tests.map((test, index) =>
      testStatement(valueOf(test), { line: child(test, "success")?.line ?? test.line }, at, index),
    ),
    ...(stats === undefined
      ? []
      : suiteStatement(valueOf(stats), { line: child(stats, "failures")?.line ?? stats.line }, at)),
  ];
}
