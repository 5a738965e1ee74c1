import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, scalarText, text } from "../read/shape.js";

/** A text of JSON-LD: plain, with a language, or the first of several. */
function wordsOf(value: Value | undefined): string | undefined {
  const first = list(value)?.[0] ?? value;
  return text(first) ?? text(member(first, "@value"));
}

const typeOf = (value: Value | undefined): string =>
  text(list(member(value, "@type"))?.[0] ?? member(value, "@type")) ?? "";

const isDataset = (value: Value | undefined): boolean =>
  /(^|[:/])Dataset$/.test(typeOf(value)) &&
  (hasKeys(value, "distribution") || hasKeys(value, "recordSet")) &&
  isRecord(member(value, "@context"));

interface Described {
  readonly value: Value;
  readonly base: string;
}

const datasetsOf = (value: Value | undefined): readonly Described[] =>
  (list(value) ?? (value === undefined ? [] : [value])).flatMap((item, index) =>
    isDataset(item) ? [{ value: item, base: list(value) === undefined ? "" : pointer("", index) }] : [],
  );

const digests = [
  { key: "sha256", pattern: /^[0-9a-f]{64}$/i },
  { key: "md5", pattern: /^[0-9a-f]{32}$/i },
] as const;

/** The digest of a file, or what stands in its place: an address, a text in base64. */
function digestOf(
  file: Value,
  base: string,
): { readonly digest: string | null; readonly problems: readonly Statement[] } {
  for (const { key, pattern } of digests) {
    const stated = text(member(file, key));
    if (stated === undefined) continue;
    if (pattern.test(stated)) return { digest: `${key}:${stated.toLowerCase()}`, problems: [] };
    return {
      digest: null,
      problems: [
        {
          kind: "problem",
          problem: "wrong-type",
          message: `${key} is not the ${key} of a file in hexadecimal digits`,
          mend: `write the file's ${key} as \`${key}sum\` gives it`,
          where: { pointer: pointer(base, key) },
        },
      ],
    };
  }
  return { digest: null, problems: [] };
}

function fileStatements(file: Value, base: string, dataset: string | null): Statement[] {
  const location = text(member(file, "contentUrl"));
  const { digest, problems } = digestOf(file, base);
  if (location === undefined && digest === null) return [...problems];
  const key = digest === null ? "contentUrl" : (digest.split(":")[0] ?? "sha256");
  return [
    {
      kind: "dataset",
      name: wordsOf(member(file, "name")) ?? text(member(file, "@id")) ?? dataset,
      digest,
      location: location ?? null,
      where: { pointer: pointer(base, key) },
    },
    ...problems,
  ];
}

function fieldsOf(dataset: Value): readonly string[] | null {
  const sets = list(member(dataset, "recordSet")) ?? [];
  if (sets.length !== 1) return null;
  const fields = list(member(sets[0], "field")) ?? [];
  const names = fields.flatMap((field) => wordsOf(member(field, "name")) ?? text(member(field, "@id")) ?? []);
  return names.length === 0 ? null : names;
}

function datasetStatements({ value, base }: Described): Statement[] {
  const name = wordsOf(member(value, "name")) ?? null;
  const at = text(member(value, "dateModified")) ?? text(member(value, "datePublished")) ?? null;
  return [
    {
      kind: "dataset",
      name,
      version: scalarText(member(value, "version")) ?? null,
      location: text(member(value, "url")) ?? null,
      columns: fieldsOf(value),
      at,
      where: { pointer: pointer(base, "name") },
    },
    ...(list(member(value, "distribution")) ?? []).flatMap((file, index) =>
      fileStatements(file, pointer(base, "distribution", index), name),
    ),
  ];
}

/** A data set's description: what it is called, and its files with their digests. */
export const croissant: Adapter = {
  id: "croissant",
  title: "Croissant metadata",
  definedAt: "https://docs.mlcommons.org/croissant/docs/croissant-spec.html",
  versions: "0.8, 1.0, 1.1",
  reads:
    "Name, version, address and date of the data set, its fields where it has one record set, and each file with its address and digest. A digest that is none is told.",
  leaves: "Sources and transforms of fields, licence, and responsible-AI fields.",
  syntax: ["json"],
  gives: ["dataset"],
  recognises: ({ value }) => datasetsOf(value).length > 0,
  read: ({ value }) => datasetsOf(value).flatMap(datasetStatements),
};
