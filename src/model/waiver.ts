/** A written, owned, expiring exception to one finding. */
export interface Waiver {
  /** `policy/rule`, or the rule alone. */
  readonly rule: string;
  readonly model: string;
  readonly subject: string | null;
  /** The finding's fingerprint, as reports show it; null where rule, model and subject say enough. */
  readonly fingerprint: string | null;
  /** The value that was waived: a worse one is not. */
  readonly value: number | null;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | null;
  /** Milliseconds since 1970 at which it ends. */
  readonly expires: number;
  readonly approvedBy: string | null;
  /** The line that names the approver; that of the waiver where none does. */
  readonly approvalLine: number;
  readonly path: string;
  readonly line: number;
}
