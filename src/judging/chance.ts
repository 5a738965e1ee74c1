import type { Finding } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import { shownNumber } from "./wording.js";

const MARK = "bounds with a confidence: where each is just kept, chance alone would break about";

/** True for a note of this kind. */
export const isChanceNote = (note: string): boolean => note.includes(MARK);

/**
 * How many alarms chance alone would give, a note for each policy that judges several bounds with a confidence: the
 * number of bounds times the error of each, in models that keep every bound and no more.
 */
export function chanceNotes(
  findings: readonly Finding[],
  policies: readonly Pick<Policy, "id" | "adjust">[],
): readonly string[] {
  return policies.flatMap(({ id, adjust }) => {
    const confidences = findings.flatMap(({ policy, judged }) =>
      policy === id && judged !== null && judged.p_value !== null && judged.confidence !== null
        ? [judged.confidence]
        : [],
    );
    if (confidences.length < 2) return [];
    const alarms = confidences.reduce((sum, confidence) => sum + 1 - confidence, 0);
    const after =
      adjust === "none"
        ? "nothing is adjusted for it"
        : `adjusted for it by ${adjust === "benjamini-hochberg" ? "Benjamini and Hochberg" : adjust === "holm" ? "Holm" : "Hochberg"}`;
    return [
      `${id} judges ${confidences.length} ${MARK} ${shownNumber(Number(alarms.toPrecision(2)))} of them; ${after}.`,
    ];
  });
}
