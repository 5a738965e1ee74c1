import type { Finding, Verdict, WaiverUse } from "../model/finding.js";
import type { Waiver } from "../model/waiver.js";
import { approvalOf, type WaiverApproval } from "./waiver-approval.js";

/** A finding that a waiver may cover. */
export interface Waivable {
  readonly policy: string;
  readonly rule: string;
  readonly model: string;
  readonly fingerprint: string;
  readonly verdict: Verdict;
  /** True where the finding was there when the waiver was merged, and has become worse since. */
  readonly worse: boolean;
}

/** What a waiver did in a run, where it did not cover what it was written for. */
export type LeftOver = "unused" | "expired" | "void";

/** The waivers of a run, and which of them were used. */
export interface WaiverBook {
  find(waivable: Waivable, now: number): WaiverUse | null;
  /** True where a waiver would cover it, had it not expired. */
  hasExpired(waivable: Waivable, now: number): boolean;
  /**
   * Waivers that nothing needed, those that have expired, and those that a worse value has made void.
   *
   * @param judged whether a model was judged in this run: of another one, nobody can tell
   */
  leftOver(now: number, judged: (model: string) => boolean): readonly LeftOverWaiver[];
  /** Waivers that were used, and of whose approver nobody can tell that it is another than who wrote them. */
  untold(): readonly UntoldWaiver[];
}

export interface LeftOverWaiver {
  readonly waiver: Waiver;
  readonly why: LeftOver;
  /** Why a waiver is void that nobody, or who wrote it, approves; absent from all others. */
  readonly approval?: Extract<WaiverApproval, { readonly kind: "nobody" | "writer" }>;
}

export interface UntoldWaiver {
  readonly waiver: Waiver;
  readonly why: string;
}

/**
 * A book over the waivers of the configuration.
 *
 * @param writersOf addresses of those who wrote a waiver, as far as anybody can tell; asked only for one that is needed
 */
export function waiverBook(
  waivers: readonly Waiver[],
  writersOf: (waiver: Waiver) => readonly string[] = () => [],
): WaiverBook {
  const used = new Set<Waiver>();
  const broken = new Set<Waiver>();
  const approvals = new Map<Waiver, WaiverApproval>();
  const approval = (waiver: Waiver): WaiverApproval => {
    let known = approvals.get(waiver);
    if (known === undefined)
      approvals.set(waiver, (known = approvalOf(waiver, waiver.approvedBy === null ? [] : writersOf(waiver))));
    return known;
  };
  return {
    find(waivable, now) {
      const meant = waivers.filter((one) => one.expires > now && isMeant(one, waivable));
      const holding = meant.filter((one) => !waivable.worse && holds(one, waivable.verdict));
      const waiver = holding.find((one) => isApproved(approval(one)));
      if (waiver === undefined) {
        for (const one of meant) broken.add(one);
        return null;
      }
      used.add(waiver);
      return {
        owner: waiver.owner,
        reason: waiver.reason,
        ticket: waiver.ticket,
        expires: new Date(waiver.expires).toISOString().slice(0, 10),
        approved_by: waiver.approvedBy,
      };
    },
    hasExpired: (waivable, now) =>
      waivers.some((one) => one.expires <= now && isMeant(one, waivable) && holds(one, waivable.verdict)),
    leftOver: (now, judged) =>
      waivers.flatMap((waiver): readonly LeftOverWaiver[] => {
        if (waiver.expires <= now) return [{ waiver, why: "expired" }];
        if (used.has(waiver)) return [];
        const lacking = approvals.get(waiver);
        if (lacking?.kind === "nobody" || lacking?.kind === "writer")
          return [{ waiver, why: "void", approval: lacking }];
        if (broken.has(waiver)) return [{ waiver, why: "void" }];
        return judged(waiver.model) ? [{ waiver, why: "unused" }] : [];
      }),
    untold: () =>
      [...used].flatMap((waiver) => {
        const known = approval(waiver);
        return known.kind === "untold" ? [{ waiver, why: known.why }] : [];
      }),
  };
}

const isApproved = ({ kind }: WaiverApproval): boolean => kind === "another" || kind === "untold";

const isMeant = (waiver: Waiver, { policy, rule, model, fingerprint, verdict }: Waivable): boolean =>
  (waiver.rule === `${policy}/${rule}` || waiver.rule === rule) &&
  waiver.model === model &&
  (waiver.subject === null || waiver.subject === verdict.subject) &&
  (waiver.fingerprint === null || waiver.fingerprint === fingerprint);

/** A waiver is void where the value is worse than the one it was written for, or is not there. */
function holds(waiver: Waiver, { judged }: Verdict): boolean {
  if (waiver.value === null) return true;
  const value = judged?.value ?? null;
  if (value === null) return false;
  const lowerIsBetter = judged?.bound_kind === "at-most" || judged?.higher_is_better === false;
  return lowerIsBetter ? value <= waiver.value + 1e-12 : value >= waiver.value - 1e-12;
}

/** True where the base has the finding, not met there either, and the verdict is worse than that. */
export const becameWorse = (before: Finding | undefined, isWorse: (before: Finding) => boolean): boolean =>
  before !== undefined && before.outcome !== "met" && before.outcome !== "not-applicable" && isWorse(before);
