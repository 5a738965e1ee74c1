import regexp from "eslint-plugin-regexp";
import typescript from "typescript-eslint";

const outside = "the world is passed in: see src/world, and only the entries, git, publish and commands may touch it";
const worldModules = ["node:fs", "node:fs/promises", "node:child_process", "node:process", "node:http", "node:https"];

export default typescript.config(
  {
    ignores: ["dist/", "build/", "coverage/", "node_modules/", "src/policy/generated/", "examples/", "test/fixtures/"],
  },
  {
    files: ["src/**/*.ts"],
    extends: [typescript.configs.base],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    plugins: { regexp },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A file of the repository must cost no more than its size, whatever stands in it.
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
      eqeqeq: "error",
      "no-control-regex": "error",
      "no-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "a closed union says it without code" },
        { selector: "ExportDefaultDeclaration", message: "what is exported has a name" },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "randomness is a parameter: src/statistics/random-source.ts",
        },
        {
          selector:
            "MemberExpression[property.name=/^(localeCompare|toLocaleString|toLocaleUpperCase|toLocaleLowerCase)$/]",
          message: "the same on every machine: no locale",
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    // src/model/sha256.ts takes the platform's cryptography, which is pure, when it is first needed.
    ignores: ["src/{world,git,publish,commands,action}/**", "src/cli.ts", "src/action.ts", "src/model/sha256.ts"],
    rules: {
      "no-restricted-imports": ["error", { paths: worldModules.map((name) => ({ name, message: outside })) }],
      "no-restricted-globals": ["error", ...["process", "fetch"].map((name) => ({ name, message: outside }))],
      "no-restricted-properties": ["error", { object: "Date", property: "now", message: outside }],
    },
  },
  {
    files: ["test/**/*.ts", "*.config.ts"],
    extends: [typescript.configs.base],
    rules: { "@typescript-eslint/no-explicit-any": "error", "no-var": "error", "prefer-const": "error" },
  },
  {
    files: ["scripts/**/*.mjs", "eslint.config.js"],
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-unused-vars": "error" },
  },
);
