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
  /** Whether models that stop get an issue: on a schedule alone where it is null. */
  readonly issues: boolean | null;
  /** Type of the event that calls for retraining; null for none. */
  readonly retrainEvent: string | null;
  /** `3/8`: judge one of eight parts. */
  readonly shard: string | null;
  /** Folder of the parts' reports, relative to the workspace: they are merged in place of judging. */
  readonly merge: string | null;
  /** Report of the run that this one follows, relative to the workspace: it is published in place of judging. */
  readonly report: string | null;
  /** Relative to the workspace; null for the runner's own place. */
  readonly reportDirectory: string | null;
  /** Whether the report is packed into one archive with everything that it rests on. */
  readonly bundle: boolean;
  /** Folder of facts that earlier runs read, relative to the workspace; null for none. */
  readonly cache: string | null;
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
    issues: orNull("issues") === null ? null : flag("issues"),
    retrainEvent: orNull("retrain-event"),
    shard: orNull("shard"),
    merge: orNull("merge"),
    report: orNull("report"),
    reportDirectory: orNull("report-directory"),
    bundle: orNull("bundle") !== null && flag("bundle"),
    cache: orNull("cache"),
    now: orNull("now"),
  };
  const problems = wrong.map((name) =>
    problemAt("usage", `the input ${name} is neither true nor false`, `write ${name}: true or ${name}: false`),
  );
  if (inputs.gateId !== null && !/^[A-Za-z0-9._-]{1,60}$/.test(inputs.gateId)) {
    const mend = "use letters, digits, `-`, `_` and `.`";
    problems.push(problemAt("usage", `the input gate-id is no name: ${inputs.gateId}`, mend));
  }
  if (inputs.retrainEvent !== null && !/^[A-Za-z0-9._-]{1,100}$/.test(inputs.retrainEvent)) {
    const mend = "use letters, digits, `-`, `_` and `.`, such as retrain";
    problems.push(problemAt("usage", `the input retrain-event is no type of event: ${inputs.retrainEvent}`, mend));
  }
  const modes = (["shard", "merge", "report"] as const).filter((name) => inputs[name] !== null);
  if (modes.length > 1) {
    problems.push(problemAt("usage", `the inputs ${modes.join(" and ")} exclude one another`, "give one of them"));
  }
  if (problems.length > 0) throw new UsageError(problems);
  return inputs;
}
