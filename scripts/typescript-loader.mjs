// Lets scripts import the project's TypeScript as it stands: `.js` in an import finds the `.ts` beside it. No types are
// checked here; `npm run types` does.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

export async function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL?.endsWith(".ts")) {
    const source = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
    if (existsSync(source)) return { url: source.href, format: "module", shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const path = fileURLToPath(url);
  const { outputText } = typescript.transpileModule(readFileSync(path, "utf8"), {
    fileName: path,
    compilerOptions: { target: "es2022", module: "esnext", verbatimModuleSyntax: true, inlineSourceMap: true },
  });
  return { format: "module", source: outputText, shortCircuit: true };
}
