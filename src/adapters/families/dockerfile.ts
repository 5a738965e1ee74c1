/** One instruction, its continuation lines joined. */
export interface Instruction {
  /** In upper case. */
  readonly name: string;
  readonly argument: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

const mostLines = 5_000;

/** Instructions of a Dockerfile in order, without comments and the bodies of here-documents. */
export function instructionsOf(text: string): readonly Instruction[] {
  const escape = /^[ \t]*#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? "`" : "\\";
  const found: Instruction[] = [];
  let open: { readonly line: number; text: string } | null = null;
  let until: string | null = null;
  text.split("\n", mostLines).forEach((raw, index) => {
    const line = raw.trimEnd();
    if (until !== null) {
      if (line.trim() === until) until = null;
      return;
    }
    if (/^\s*(#|$)/.test(line)) return;
    const continues = line.endsWith(escape);
    const part = (continues ? line.slice(0, -1) : line).trim();
    open = open === null ? { line: index + 1, text: part } : { line: open.line, text: `${open.text} ${part}` };
    if (continues) return;
    const match = /^([A-Za-z]+)(?:\s+(\S.*)?)?$/s.exec(open.text);
    if (match !== null) found.push({ name: (match[1] ?? "").toUpperCase(), argument: match[2] ?? "", line: open.line });
    until = /^(RUN|COPY|ADD)\b.*<<-?["']?(\w+)["']?/i.exec(open.text)?.[2] ?? null;
    open = null;
  });
  return found;
}

const instructionNames = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " ",
  ),
);

/** True where the first instructions are a Dockerfile's, and the first that is no `ARG` says what it is built from. */
export function isDockerfile(text: string): boolean {
  if (!/^[ \t]*FROM\s+\S/im.test(text.slice(0, 20_000))) return false;
  const first = instructionsOf(text.slice(0, 20_000)).slice(0, 20);
  return (
    first.find(({ name }) => name !== "ARG")?.name === "FROM" &&
    first.length > 1 &&
    first.every(({ name }) => instructionNames.has(name))
  );
}

/** Defaults of the build's arguments that stand before the first `FROM`. */
export function argumentDefaults(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  const first = instructions.findIndex(({ name }) => name === "FROM");
  return new Map(
    instructions.slice(0, Math.max(0, first)).flatMap(({ argument }): [string, string][] => {
      const match = /^(\w+)=(.*)$/.exec(argument.trim());
      return match === null ? [] : [[match[1] ?? "", (match[2] ?? "").replace(/^["']|["']$/g, "")]];
    }),
  );
}

/** A text with its arguments filled in; null where one of them has no default. */
export function filledIn(text: string, defaults: ReadonlyMap<string, string>): string | null {
  let missing = false;
  const filled = text.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (_, braced: string | undefined, fallback: string | undefined, bare: string | undefined) => {
      const value = defaults.get(braced ?? bare ?? "") ?? fallback;
      if (value === undefined) missing = true;
      return value ?? "";
    },
  );
  return missing ? null : filled;
}
