import { problemAt, UsageError } from "../model/problem.js";

/** The inputs of `action.yml`, read. */
export interface ActionInputs {
  readonly path: string;
  readonly config: string | null;
  readonly policies: readonly string[];
  readonly stage: string | null;
  readonly models: readonly string[];
  /** What is deployed, one a line: `model=algorithm:value`, or the digest alone. */
  readonly digests: readonly string[];
  readonly base: string | null;
  /** Folders of evidence outside of the judged tree, relative to the workspace: `DIR`, or `model=DIR`. */
  readonly evidence: readonly string[];
  readonly gateId: string | null;
  readonly token: string | null;
  readonly comment: boolean;
  readonly checkRun: boolean;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** Relative to the workspace; null for the runner's own place. */
  readonly reportDirectory: string | null;
  readonly now: string | null;
}

/** Reads the inputs. @throws UsageError with every input that is wrong */
export function readInputs(get: (name: string) => string): ActionInputs {
  const wrong: string[] = [];
  const orNull = (name: string): string | null => get(name).trim() || null;
  const flag = (name: string): boolean => {
    const written = get(name).trim().toLowerCase();
    if (written !== "" && written !== "true" && written !== "false") wrong.push(name);
    return written !== "false";
  };
  const listOf = (name: string): readonly string[] =>
    get(name)
      .split(/[\n,]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
  const inputs: ActionInputs = {
    path: orNull("path") ?? ".",
    config: orNull("config"),
    evidence: listOf("evidence-dir"),
    policies: listOf("policy"),
    stage: orNull("stage"),
    models: listOf("model"),
    digests: listOf("digest"),
    base: orNull("base"),
    gateId: orNull("gate-id"),
    token: orNull("github-token"),
    comment: flag("comment"),
    checkRun: flag("check-run"),
    annotations: flag("annotations"),
    summary: flag("summary"),
    reportDirectory: orNull("report-directory"),
    now: orNull("now"),
  };
  const problems = wrong.map((name) =>
    problemAt("usage", `the input ${name} is neither true nor false`, `write ${name}: true or ${name}: false`),
  );
  if (inputs.gateId !== null && !/^[A-Za-z0-9._-]{1,60}$/.test(inputs.gateId)) {
    const mend = "use letters, digits, `-`, `_` and `.`";
    problems.push(problemAt("usage", `the input gate-id is no name: ${inputs.gateId}`, mend));
  }
  if (problems.length > 0) throw new UsageError(problems);
  return inputs;
}
