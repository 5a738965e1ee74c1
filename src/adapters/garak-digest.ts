import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, numeric, text } from "../read/shape.js";
import { garakChecks } from "./families/garak.js";

/** The digest of a scan as a document of its own. */
export const garakDigest: Adapter = {
  id: "garak-digest",
  title: "garak digest",
  definedAt: "https://reference.garak.ai/en/latest/reporting.html",
  versions: "0.17, as a document of its own from the schema, not seen",
  reads: "A check for each probe and detector, by the outputs that were judged and those that were harmless.",
  leaves: "Scores and their classes, which rest on garak's own calibration.",
  syntax: ["json"],
  gives: ["check"],

  recognises: ({ value }) => hasKeys(member(value, "meta"), "garak_version") && isRecord(member(value, "eval")),

  read: ({ value }) => {
    const at = text(member(member(value, "meta"), "start_time")) ?? null;
    return members(member(value, "eval")).flatMap(([group, probes]) =>
      members(probes).flatMap(([probe, detectors]) =>
        probe === "_summary"
          ? []
          : members(detectors).flatMap(([detector, judged]) =>
              detector === "_summary" ? [] : checksOf(group, probe, detector, judged, at),
            ),
      ),
    );
  },
};

/** Digests of versions that give no counts tell by the share of harmless outputs alone. */
function checksOf(
  group: string,
  probe: string,
  detector: string,
  judged: Value,
  at: string | null,
): readonly Statement[] {
  const where = pointer("/eval", group, probe, detector);
  const passed = numeric(member(judged, "passed"));
  if (passed !== undefined)
    return garakChecks(
      { probe, detector, passed, evaluated: numeric(member(judged, "total_evaluated")) ?? null, skipped: 0 },
      { pointer: `${where}/passed` },
      at,
    );
  const score = numeric(member(judged, "absolute_score"));
  if (score === undefined) return [];
  return garakChecks(
    { probe, detector, passed: score, evaluated: 1, skipped: 0 },
    { pointer: `${where}/absolute_score` },
    at,
  );
}
