import { checks } from "../checks/index.js";
import { policyTestSchema } from "../policy-tests/form.js";
import { schemaFiles } from "../policy/schema.js";

/** Where the schemas lie that first lines of policies and configuration name, relative to the root. */
export const schemaFolder = ".model-referee/schema";

/** The schemas of what people write, by file name: small files, since they are kept in the repository. */
export const editorSchemas = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ ...schemaFiles(checks), "policy-test": policyTestSchema() }).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(schema)}\n`,
    ]),
  );
