import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, members, scalarText, text } from "../read/shape.js";

const isOdcs = (value: Value | undefined): boolean =>
  text(member(value, "kind")) === "DataContract" && hasKeys(value, "apiVersion");

function locationOf(value: Value | undefined): string | null {
  const server = members(member(value, "servers"))[0]?.[1];
  for (const key of ["path", "location", "database"]) {
    const stated = text(member(server, key));
    if (stated !== undefined) return stated;
  }
  return null;
}

/** Models of the Data Contract Specification, by name. */
function models(value: Value | undefined): Statement[] {
  const version = scalarText(below(value, "info", "version")) ?? null;
  return members(member(value, "models")).map(([name, model]) => ({
    kind: "dataset",
    name,
    version,
    columns: members(member(model, "fields")).map(([field]) => field),
    location: locationOf(value),
    where: { pointer: pointer("/models", name) },
  }));
}

/** Objects of the schema of an ODCS contract; before 3.0 they were the `dataset`. */
function objects(value: Value | undefined): Statement[] {
  const version = scalarText(member(value, "version")) ?? null;
  const key = list(member(value, "schema")) === undefined ? "dataset" : "schema";
  return (list(member(value, key)) ?? []).flatMap((object, index): Statement[] => {
    const name = text(member(object, "name")) ?? text(member(object, "table"));
    if (name === undefined) return [];
    const fields = list(member(object, "properties")) ?? list(member(object, "columns")) ?? [];
    const columns = fields.flatMap((field) => text(member(field, "name")) ?? text(member(field, "column")) ?? []);
    return [{ kind: "dataset", name, version, columns, where: { pointer: pointer("", key, index) } }];
  });
}

/** What data should be like. It promises, and reports nothing. */
export const datacontract: Adapter = {
  id: "datacontract",
  title: "Data contract (Data Contract Specification, Open Data Contract Standard)",
  definedAt: "https://bitol-io.github.io/open-data-contract-standard/latest/",
  versions: "Data Contract Specification 0.9.2 to 1.2.1, ODCS 3.1; ODCS 2.2 from the documentation, not seen",
  reads: "The tables that it promises, with their columns and the contract's version.",
  leaves: "Types, quality rules and service levels, which are no results.",
  syntax: ["yaml", "json"],
  gives: ["dataset"],
  recognises: ({ value }) => hasKeys(value, "dataContractSpecification", "id") || isOdcs(value),
  read: ({ value }) => (isOdcs(value) ? objects(value) : models(value)),
};
