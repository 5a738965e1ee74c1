import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { argumentDefaults, filledIn, instructionsOf, isDockerfile, type Instruction } from "./families/dockerfile.js";
import { isPlaceholder, notFilledIn } from "./families/placeholder.js";

/** `FROM [--platform=…] image [AS name]`. */
const from = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?\s*$/i;

interface Stage {
  readonly from: Instruction;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** Stages that begin with an image from outside; a stage upon another stage adds to that one's. */
function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const starts = instructions.flatMap(({ name }, index) => (name === "FROM" ? [index] : []));
  return starts.map((start, index) => {
    const instruction = instructions[start] ?? { name: "FROM", argument: "", line: 1 };
    return {
      from: instruction,
      image: from.exec(instruction.argument)?.[1] ?? instruction.argument,
      instructions: instructions.slice(start + 1, starts[index + 1]),
    };
  });
}

/** Whether the image runs without the rights of root: its last `USER` says so; without one its base decides. */
function userCheck(stages: readonly Stage[]): Statement[] {
  const last = stages.at(-1);
  const users = last?.instructions.filter(({ name }) => name === "USER") ?? [];
  const user = users.at(-1);
  const place = user ?? last?.from;
  if (place === undefined) return [];
  const named = user?.argument.trim().split(":")[0] ?? "";
  const unknown = user === undefined || isPlaceholder(named) || named.startsWith("$");
  return [
    {
      kind: "check",
      name: "runs without root",
      passed: unknown ? null : named !== "root" && named !== "0",
      observed: user === undefined ? null : user.argument.trim(),
      message: user === undefined ? "No USER is set: the base image decides." : null,
      where: { line: place.line },
    },
  ];
}

function stageStatements(
  stage: Stage,
  isLast: boolean,
  names: ReadonlySet<string>,
  defaults: ReadonlyMap<string, string>,
): Statement[] {
  if (names.has(stage.image.toLowerCase()) || stage.image.toLowerCase() === "scratch") return [];
  const image = filledIn(stage.image, defaults);
  const where = { line: stage.from.line };
  if (image === null || isPlaceholder(image)) return [notFilledIn("the base image", where)];
  const checked = stage.instructions.some(
    ({ name, argument }) => name === "HEALTHCHECK" && !/^NONE\b/i.test(argument.trim()),
  );
  return [{ kind: "rollout", image, ...(isLast ? { probes: checked ? ["healthcheck"] : [] } : {}), where }];
}

export const dockerfile: Adapter = {
  id: "dockerfile",
  title: "Dockerfile",
  definedAt: "https://docs.docker.com/reference/dockerfile/",
  versions: "from the documentation, not seen",
  reads:
    "The images that it is built from (arguments by their defaults), whether it has a health check, and whether it runs without the rights of root.",
  leaves: "Everything that it runs and copies.",
  syntax: ["text"],
  gives: ["rollout", "check"],
  recognises: ({ text }) => isDockerfile(text),

  read({ text }) {
    const instructions = instructionsOf(text);
    const defaults = argumentDefaults(instructions);
    const stages = stagesOf(instructions);
    const names = new Set<string>();
    const statements = stages.flatMap((stage, index) => {
      const found = stageStatements(stage, index === stages.length - 1, names, defaults);
      const name = from.exec(stage.from.argument)?.[2];
      if (name !== undefined) names.add(name.toLowerCase());
      return found;
    });
    return [...statements, ...userCheck(stages)];
  },
};
