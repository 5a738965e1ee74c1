/** One file that was collected from elsewhere, as it was then. */
export interface LockedFile {
  /** Relative to the folder of the lock. */
  readonly path: string;
  /** `sha256:<hex>` of its bytes. */
  readonly digest: string;
  /** What it was collected from: `mlflow`, or `url`. */
  readonly kind: string;
  /** The address, without user, password and query. */
  readonly from: string;
  /** ISO 8601. */
  readonly collected: string;
  /** What was asked for. */
  readonly asked: Readonly<Record<string, string | readonly string[]>>;
  /** Ids of the runs in it. */
  readonly runs: readonly string[];
}

/** `referee.lock`: where committed evidence came from. */
export interface Lock {
  readonly files: readonly LockedFile[];
}

export const lockName = "referee.lock";

/** What is said of a collected file that is not what was collected any more, or is gone. */
export const lockWords = {
  changed: `is not what was collected: ${lockName} has another digest of it`,
  gone: "was collected, and is not there",
  mend: "collect it again with `model-referee collect`, or restore it",
} as const;
