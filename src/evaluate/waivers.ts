import type { Finding, Verdict, WaiverUse } from "../model/finding.js";
import type { Waiver } from "../model/waiver.js";

/** The waivers of a run, and which of them were used. */
export interface WaiverBook {
  find(policy: string, rule: string, model: string, verdict: Verdict, now: number): WaiverUse | null;
  /** Waivers that nothing needed, and those that have expired. */
  leftOver(
    now: number,
    findings: readonly Finding[],
  ): readonly { readonly waiver: Waiver; readonly why: "unused" | "expired" }[];
}

/** A book over the waivers of the configuration. */
export function waiverBook(waivers: readonly Waiver[]): WaiverBook {
  const used = new Set<Waiver>();
  return {
    find(policy, rule, model, verdict, now) {
      const waiver = waivers.find((one) => covers(one, policy, rule, model, verdict) && one.expires > now);
      if (waiver === undefined) return null;
      used.add(waiver);
      return {
        owner: waiver.owner,
        reason: waiver.reason,
        ticket: waiver.ticket,
        expires: new Date(waiver.expires).toISOString().slice(0, 10),
        approved_by: waiver.approvedBy,
      };
    },
    leftOver: (now) =>
      waivers.flatMap((waiver): { readonly waiver: Waiver; readonly why: "unused" | "expired" }[] => {
        if (waiver.expires <= now) return [{ waiver, why: "expired" }];
        return used.has(waiver) ? [] : [{ waiver, why: "unused" }];
      }),
  };
}

/** A waiver is void where the value is worse than the one it was written for, or is not there. */
function covers(waiver: Waiver, policy: string, rule: string, model: string, verdict: Verdict): boolean {
  if (waiver.rule !== `${policy}/${rule}` && waiver.rule !== rule) return false;
  if (waiver.model !== model) return false;
  if (waiver.subject !== null && waiver.subject !== verdict.subject) return false;
  const value = verdict.judged?.value ?? null;
  if (waiver.value === null) return true;
  if (value === null) return false;
  const lowerIsBetter = verdict.judged?.bound_kind === "at-most" || verdict.judged?.higher_is_better === false;
  return lowerIsBetter ? value <= waiver.value + 1e-12 : value >= waiver.value - 1e-12;
}
