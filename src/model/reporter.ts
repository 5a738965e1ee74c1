import type { Report } from "./report.js";

/** A form of the report: whole report in, whole text out. */
export interface Reporter {
  /** The file's name, and the value of `--format`. */
  readonly id: string;
  readonly title: string;
  /** Ending of the file that `--output` writes. */
  readonly extension: string;
  /** True where a forge or build server reads its paths: they are then from the repository's top. */
  readonly forForge?: boolean;
  render(report: Report, view: View): string;
  /** The same text part by part, where it may be too long to be held; absent where it is not. */
  parts?(report: Report, view: View): Iterable<string>;
}

/** How a reader looks at it. */
export interface View {
  readonly columns: number;
  readonly colour: boolean;
  readonly verbose: boolean;
  /** Put before paths, so that they open from the reader's folder; empty or ending in `/`. */
  readonly pathPrefix: string;
  /** The address at which a file's line opens; absent where there is none. */
  readonly linkTo?: (path: string, line: number | null) => string;
  /** Where the whole report is; absent where there is none. */
  readonly reportUrl?: string;
}
