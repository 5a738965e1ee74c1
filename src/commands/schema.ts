import { policySchema, configurationSchema, waiversSchema } from "../policy/schema.js";
import { policyTestSchema } from "../policy-tests/form.js";
import { checks } from "../checks/index.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Command } from "./command.js";

const schemas = {
  policy: () => policySchema(checks),
  configuration: () => configurationSchema(),
  waivers: () => waiversSchema(),
  "policy-test": () => policyTestSchema(),
} as const satisfies Record<string, () => unknown>;

export const schema: Command = {
  id: "schema",
  summary: "Prints the JSON Schema that editors complete policies, their tests, configuration and waivers by.",
  usage: "policy|configuration|waivers|policy-test",
  options: {},
  examples: ["model-referee schema policy > policy.schema.json"],

  async run(args, world) {
    const [name = "policy"] = args.positionals;
    if (!isSchema(name)) {
      throw new UsageError([
        problemAt("usage", `there is no schema of ${name}`, `say one of ${Object.keys(schemas).join(", ")}`),
      ]);
    }
    world.out.write(`${JSON.stringify(schemas[name](), null, 2)}\n`);
    return 0;
  },
};

const isSchema = (name: string): name is keyof typeof schemas => Object.hasOwn(schemas, name);
