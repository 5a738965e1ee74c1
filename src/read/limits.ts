/** Bounds on what is read, so that no file can cost more than its size. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Levels of nesting in a structured document. */
  readonly depth: number;
  /** Values in one document, counting what aliases repeat. */
  readonly nodes: number;
  /** Facts from one file. */
  readonly facts: number;
}

export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  depth: 100,
  nodes: 5_000_000,
  facts: 500_000,
};
