import type { Value } from "../model/adapter.js";
import type { Fact } from "../model/fact.js";

/**
 * Facts as lines of a file `*.facts.jsonl`: without the places in the server's answers, which nobody keeps, and without
 * what each reading of the file states anew. The same facts give the same bytes, whatever the order of the answers.
 */
export function factLines(facts: readonly Fact[]): string {
  const lines = facts.flatMap((fact) => {
    if (fact.kind === "file" || (fact.kind === "problem" && fact.problem === "non-finite")) return [];
    return [JSON.stringify(ownFields(fact))];
  });
  return [...new Set(lines)]
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

const ofTheFile = new Set(["model", "format", "vouched", "source"]);

function ownFields(fact: Fact): Readonly<Record<string, unknown>> {
  const stated = Object.entries(fact).filter(([key, value]) => value !== null && !ofTheFile.has(key));
  return Object.fromEntries(stated.map(([key, value]) => [key, withoutSecrets(value)]));
}

/** Names of parameters of an address that give access to whoever has it: presigned addresses, and tokens. */
const access =
  /[?&;](?:x-(?:amz|goog)-(?:signature|credential|security-token)|signature|sig|awsaccesskeyid|googleaccessid|(?:access_?|auth_?)?token|api_?key|key|password|secret|code)=/i;

/**
 * Addresses in parameters and tags may hold a user and a password, as those of cloned repositories do, or be presigned:
 * then what stands behind the `?` is left out.
 */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string")
    return value
      .replaceAll(/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]+@/gi, "$1")
      .replaceAll(
        /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s?"'<>]{1,2000})(\?[^\s"'<>]{1,8000})/gi,
        (whole, before: string, query: string) => (access.test(query) ? before : whole),
      );
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}

/** The server's answers as a tree of files that adapters read; histories step by step, since each step is a fact. */
export function asFiles(documents: ReadonlyMap<string, Value>): Readonly<Record<string, string>> {
  return Object.fromEntries([...documents].map(([name, value]) => [name, JSON.stringify(value)]));
}
