import type { Adapter } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { bomFields, bomSections, digestOf, writtenAt } from "./families/cyclonedx.js";
import { bomOf, componentsOf, isModel, textAt, type BomNode } from "./families/cyclonedx-node.js";
import { roleOfPath } from "./families/data-role.js";
import { sliceNamed } from "./families/slice-text.js";
import { statedNumber } from "./families/stated-number.js";
import { splitNamed } from "./families/split-named.js";

function modelStatement(component: BomNode, at: string | null): Statement[] {
  const name = component.child("name");
  if (name?.text === undefined) return [];
  return [
    {
      kind: "model",
      where: name.where,
      at,
      name: name.text,
      version: textAt(component, "version") ?? null,
      artifact_digest: digestOf(component),
    },
  ];
}

function locationOf(dataset: BomNode): string | undefined {
  const contents = [dataset, ...(dataset.child("data")?.items ?? [])].map((node) => node.child("contents"));
  const found = contents.map((node) => textAt(node, "url") ?? textAt(node, "attachment"));
  const referred = (dataset.child("externalReferences")?.items ?? []).map((reference) => textAt(reference, "url"));
  return [...found, ...referred].find((location) => location !== undefined);
}

/** A data set that a card names, or a component of type `data`. */
function datasetStatement(dataset: BomNode, at: string | null): Statement[] {
  const name = dataset.child("name");
  if (name?.text === undefined) return [];
  const location = locationOf(dataset);
  const role = roleOfPath(name.text);
  return [
    {
      kind: "dataset",
      where: name.where,
      at,
      name: name.text,
      ...(role === null ? {} : { role }),
      ...(location === undefined ? {} : { location }),
      digest: digestOf(dataset),
    },
  ];
}

const explained = (name: string, metric: BomNode): Statement => ({
  kind: "problem",
  where: metric.child("value")?.where ?? metric.where,
  problem: "template",
  message: `the value of "${name.slice(0, 80)}" is a sentence where a number is due`,
  mend: "write the number that was measured, or delete the metric",
});

/** `held-out-evaluation`, `test set`: a part of the data, and no slice of its rows. */
function partOf(named: string): { readonly slice: Slice } | { readonly split: string } {
  const split = splitNamed(named) ?? (/^held[- ]?out\b/i.test(named) ? "holdout" : null);
  return split === null ? { slice: sliceNamed(named) } : { split };
}

function performance(metric: BomNode, at: string | null, about: string | null): Statement[] {
  const name = textAt(metric, "type");
  const value = metric.child("value");
  if (name === undefined || value?.text === undefined) return [];
  const number = statedNumber(value.text);
  if (number === undefined && /\S\s+\S+\s+\S/.test(value.text)) return [explained(name, metric)];
  const lower = numeric(textAt(metric, "confidenceInterval", "lowerBound"));
  const upper = numeric(textAt(metric, "confidenceInterval", "upperBound"));
  return [
    {
      kind: "measurement",
      where: value.where,
      at,
      raw_metric: name,
      value: number?.value ?? value.text,
      about,
      ...partOf(textAt(metric, "slice") ?? ""),
      ...(number?.unit === null || number === undefined ? {} : { unit: number.unit }),
      ...(lower === undefined && upper === undefined
        ? {}
        : { interval: { lower: lower ?? null, upper: upper ?? null, level: null } }),
    },
  ];
}

/** Fields of the component itself that a card would have. */
const ownFields = ["description", "publisher", "group", "licenses", "supplier", "purl"];

function cardStatements(component: BomNode, at: string | null, about: string | null): Statement[] {
  const own = ownFields.flatMap((key) => {
    const node = component.child(key);
    return node === undefined ? [] : bomFields(node, key);
  });
  const card = component.child("modelCard");
  if (card === undefined) return own;
  const metrics = card.child("quantitativeAnalysis")?.child("performanceMetrics")?.items ?? [];
  const datasets = card.child("modelParameters")?.child("datasets")?.items ?? [];
  return [
    ...own,
    ...bomFields(card, "modelCard"),
    ...bomSections(card),
    ...datasets.flatMap((dataset) => datasetStatement(dataset, at)),
    ...metrics.flatMap((metric) => performance(metric, at, about)),
  ];
}

export const cyclonedxMlbom: Adapter = {
  id: "cyclonedx-mlbom",
  title: "CycloneDX bill of materials of a model (ML-BOM)",
  definedAt: "https://cyclonedx.org/capabilities/mlbom/",
  versions: "1.5, 1.6 and 1.7, JSON and XML",
  reads:
    "Components that are models: name, version, digest, every field and section of the model card, performance metrics as claims, and data sets.",
  leaves: "Libraries, pictures, and the graph of dependencies.",
  syntax: ["json", "xml"],
  gives: ["model", "card", "measurement", "dataset"],
  claims: true,
  numbersAsText: true,

  recognises(file) {
    const bom = bomOf(file);
    return bom !== undefined && componentsOf(bom).some(isModel);
  },

  read(file) {
    const bom = bomOf(file);
    if (bom === undefined) return [];
    const at = writtenAt(bom);
    const components = componentsOf(bom);
    const models = components.filter(isModel);
    return [
      ...models.flatMap((component, index) => [
        ...modelStatement(component, at),
        // The first model is the one that the bill is about; facts of others say which.
        ...cardStatements(component, at, index === 0 ? null : (textAt(component, "name") ?? null)),
      ]),
      ...components
        .filter((component) => textAt(component, "type") === "data")
        .flatMap((component) => datasetStatement(component, at)),
    ];
  },
};
