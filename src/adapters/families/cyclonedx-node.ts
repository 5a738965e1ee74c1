import type { EvidenceFile, Value, XmlElement } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { isList, isRecord, list, member, scalarText, text } from "../../read/shape.js";

/** A part of a bill of materials, in JSON or XML alike, under the names that the JSON form has. */
export interface BomNode {
  readonly where: Where;
  /** Its text, where it is a single value. */
  readonly text: string | undefined;
  child(key: string): BomNode | undefined;
  /** The items of the list that it is; in XML, its elements. */
  readonly items: readonly BomNode[];
  /** Its members by name; none of a list or a single value. */
  readonly members: readonly (readonly [string, BomNode])[];
}

function jsonNode(value: Value, at: string): BomNode {
  return {
    where: { pointer: at },
    text: scalarText(value),
    child: (key) => {
      const found = member(value, key);
      return found === undefined ? undefined : jsonNode(found, pointer(at, key));
    },
    get items() {
      return (list(value) ?? []).map((item, index) => jsonNode(item, pointer(at, index)));
    },
    get members() {
      return isRecord(value)
        ? Object.entries(value).map(([key, item]) => [key, jsonNode(item, pointer(at, key))] as const)
        : [];
    },
  };
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Lists that JSON has as arrays, and XML as elements that hold one element an item. */
const containers = new Set(
  "components datasets inputs outputs performanceMetrics collection users useCases technicalLimitations performanceTradeoffs ethicalConsiderations fairnessAssessments energyConsumptions properties hashes licenses externalReferences vulnerabilities ratings affects".split(
    " ",
  ),
);

function xmlNode(element: XmlElement): BomNode {
  const isContainer = containers.has(localName(element.name));
  return {
    where: { line: element.line },
    text: element.children.length === 0 && !isContainer ? element.text.trim() : undefined,
    child: (key) => {
      const found = element.children.find(({ name }) => localName(name) === key);
      if (found !== undefined) return xmlNode(found);
      const attribute = Object.hasOwn(element.attributes, key) ? element.attributes[key] : undefined;
      return attribute === undefined ? undefined : textNode(attribute, element.line);
    },
    get items() {
      return isContainer ? element.children.map(xmlNode) : [];
    },
    get members() {
      return isContainer ? [] : element.children.map((child) => [localName(child.name), xmlNode(child)] as const);
    },
  };
}

const textNode = (value: string, line: number): BomNode => ({
  where: { line },
  text: value,
  child: () => undefined,
  items: [],
  members: [],
});

/** The text of a member; undefined where there is none or it is no single value. */
export const textAt = (node: BomNode | undefined, ...path: readonly string[]): string | undefined => {
  let current = node;
  for (const key of path) current = current?.child(key);
  return current?.text;
};

const isBomNamespace = (namespace: string): boolean => /cyclonedx\.org\/schema\/bom/i.test(namespace);

function isXmlBom(root: XmlElement): boolean {
  if (localName(root.name) !== "bom") return false;
  return Object.entries(root.attributes).some(([name, value]) => name.startsWith("xmlns") && isBomNamespace(value));
}

/** True where JSON is a bill of materials, whole or cut off. */
function isJsonBom(value: Value | undefined): boolean {
  if (isList(value ?? null) || !isRecord(value)) return false;
  return text(member(value, "bomFormat")) === "CycloneDX" || isBomNamespace(text(member(value, "$schema")) ?? "");
}

/** The root of a bill of materials; undefined where a file is none. */
export function bomOf(file: EvidenceFile): BomNode | undefined {
  if (file.syntax === "xml") return file.xml !== undefined && isXmlBom(file.xml) ? xmlNode(file.xml) : undefined;
  const value = file.value;
  return value !== undefined && isJsonBom(value) ? jsonNode(value, "") : undefined;
}

const deepest = 6;

function withInner(component: BomNode, depth: number): BomNode[] {
  if (depth > deepest) return [];
  return [component, ...(component.child("components")?.items ?? []).flatMap((inner) => withInner(inner, depth + 1))];
}

/** All components, inner ones and the one that the bill is about among them. */
export function componentsOf(bom: BomNode): BomNode[] {
  const subject = bom.child("metadata")?.child("component");
  const listed = bom.child("components")?.items ?? [];
  return [...(subject === undefined ? [] : [subject]), ...listed].flatMap((component) => withInner(component, 0));
}

export const isModel = (component: BomNode): boolean =>
  component.child("type")?.text === "machine-learning-model" || component.child("modelCard") !== undefined;
