/** Fields of a fact, as a line of the truth names them. */
export type Fields = Readonly<Record<string, unknown>>;

interface Common {
  readonly path: string;
  readonly why: string;
  /** In the file of lines, from 1. */
  readonly line: number;
}

export interface Expectation extends Common {
  readonly asks: "expect";
  readonly fields: Fields;
  /** Relative, of numbers; null is 1e-9. */
  readonly tolerance: number | null;
  /** A shape that some team made up: it counts only where the tool is given a mapping for it. */
  readonly homeGrown: boolean;
}

export interface Prohibition extends Common {
  readonly asks: "never";
  readonly fields: Fields;
  readonly tolerance: number | null;
}

export interface ExpectedProblem extends Common {
  readonly asks: "problem";
  readonly problem: string;
}

export interface ExpectedFormat extends Common {
  readonly asks: "format";
  readonly format: string;
}

/** One statement about what a correct reading of a file gives. */
export type TruthLine = Expectation | Prohibition | ExpectedProblem | ExpectedFormat;

/** Lines of a truth file; throws for one that is none. */
export const parseTruth = (text: string): readonly TruthLine[] =>
  text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(line, index + 1)]));

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseLine(text: string, line: number): TruthLine {
  const value: unknown = JSON.parse(text);
  if (!isFields(value)) throw new Error(`truth line ${line} is no object`);
  const { path, why, expect, never, problem, format, tolerance, home_grown: homeGrown } = value;
  if (typeof path !== "string" || typeof why !== "string") throw new Error(`truth line ${line} lacks path or why`);
  const common = { path, why, line };
  const relative = typeof tolerance === "number" ? tolerance : null;
  const asked = [expect, never, problem, format].filter((ask) => ask !== undefined);
  if (asked.length !== 1) throw new Error(`truth line ${line} asks ${asked.length} things`);
  if (isFields(expect)) {
    return { ...common, asks: "expect", fields: expect, tolerance: relative, homeGrown: homeGrown === true };
  }
  if (isFields(never)) return { ...common, asks: "never", fields: never, tolerance: relative };
  if (typeof problem === "string") return { ...common, asks: "problem", problem };
  if (typeof format === "string") return { ...common, asks: "format", format };
  throw new Error(`truth line ${line} asks something else`);
}
