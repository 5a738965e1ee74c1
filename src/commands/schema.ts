import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { policySchema, configurationSchema, waiversSchema } from "../policy/schema.js";
import { policyTestSchema } from "../policy-tests/form.js";
import { factSchema } from "../read/fact-schema.js";
import { checks } from "../checks/index.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Command } from "./command.js";
import { editorSchemas } from "./editor-schemas.js";

const schemas = {
  policy: () => policySchema(checks),
  configuration: () => configurationSchema(),
  waivers: () => waiversSchema(),
  "policy-test": () => policyTestSchema(),
  report: async () => {
    const { reportSchema } = await import("../report/generated/report-schema.js");
    const parsed: unknown = JSON.parse(reportSchema);
    return parsed;
  },
  fact: () => factSchema(),
} as const satisfies Record<string, () => unknown>;

export const schema: Command = {
  id: "schema",
  summary:
    "Prints a JSON Schema: of policies, their tests, configuration and waivers, for editors, and of facts and the report.",
  usage: "policy|configuration|waivers|policy-test|fact|report | --output DIR",
  options: {
    output: {
      type: "string",
      value: "DIR",
      description: "write the schemas that editors complete by, each to its file",
    },
  },
  examples: ["model-referee schema policy > policy.schema.json", "model-referee schema --output .model-referee/schema"],

  async run(args, world) {
    const output = args.text("output");
    if (output !== undefined) {
      if (args.positionals.length > 0)
        throw new UsageError([problemAt("usage", "--output writes every schema", "name none, or leave --output out")]);
      const folder = resolve(world.folder, output);
      mkdirSync(folder, { recursive: true });
      for (const [path, text] of Object.entries(editorSchemas())) writeFileSync(join(folder, path), text);
      return 0;
    }
    const [name = "policy"] = args.positionals;
    if (!isSchema(name)) {
      throw new UsageError([
        problemAt("usage", `there is no schema of ${name}`, `say one of ${Object.keys(schemas).join(", ")}`),
      ]);
    }
    world.out.write(`${JSON.stringify(await schemas[name](), null, 2)}\n`);
    return 0;
  },
};

const isSchema = (name: string): name is keyof typeof schemas => Object.hasOwn(schemas, name);
