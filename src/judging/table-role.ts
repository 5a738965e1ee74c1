import type { Evidence } from "../model/evidence.js";
import type { TableRole } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Table } from "../model/table.js";
import { missing } from "./verdict.js";

export const tableRoles = ["reference", "predictions", "current"] as const satisfies readonly TableRole[];

const roleWords: Readonly<Record<TableRole, string>> = {
  reference: "reference (training) data",
  predictions: "predictions",
  current: "current data",
};

export const roleNamed = (written: string | undefined): TableRole | null =>
  tableRoles.find((role) => role === written) ?? null;

/** The tables of a role, or the first role of which there are any; a verdict where none can be read. */
export function tablesOfRole(
  evidence: Evidence,
  roles: readonly TableRole[],
  subject: string | null,
): readonly Table[] | Verdict {
  for (const role of roles) {
    const readings = evidence.tables(role);
    const tables: Table[] = [];
    for (const reading of readings) {
      if (reading.kind === "unreadable")
        return {
          subject,
          outcome: "unreadable",
          message: `${reading.source.path}: ${reading.why}`,
          mend: reading.mend,
          sources: [reading.source],
        };
      tables.push(reading.table);
    }
    if (tables.length > 0) return tables;
  }
  return missing(
    `there is no table of ${roles.map((role) => roleWords[role]).join(" or ")}`,
    "commit it, or say in referee.yaml which file it is: evidence: [{ files, role: reference }]",
    subject,
  );
}

export const isVerdict = (found: readonly Table[] | Verdict): found is Verdict => "outcome" in found;
