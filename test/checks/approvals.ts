import type { FactOf } from "../../src/model/fact.js";

/** Reviews that approve, as the forge tells of them: each by one person, of the teams behind the name. */
export const approvalsBy = (
  ...people: readonly (string | readonly [person: string, teams: string])[]
): readonly FactOf<"approval">[] =>
  people.map((one): FactOf<"approval"> => {
    const [by, role] = typeof one === "string" ? [one, null] : one;
    return {
      kind: "approval",
      model: null,
      version: null,
      format: null,
      at: "2026-11-22T00:00:00Z",
      vouched: "attested",
      source: { path: "pull request", pointer: null, line: null, column: null, digest: null },
      by,
      role,
      commit: "0".repeat(40),
      state: "approved",
    };
  });
