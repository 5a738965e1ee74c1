import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What an editor shows at a place. */
export interface Editor {
  /** Labels of what is offered at a place; lines and columns from 0. */
  completions(line: number, character: number): Promise<readonly string[]>;
  /** The text that hovers over a place; empty where there is none. */
  hover(line: number, character: number): Promise<string>;
  /** Messages of the faults that are underlined. */
  diagnostics(): Promise<readonly string[]>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const server = join(
  dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")),
  "bin",
  "yaml-language-server",
);

/** Opens a file in the language server for YAML that editors use, for as long as `use` runs. */
export async function inEditor<T>(uri: string, text: string, use: (editor: Editor) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const answers = new Map<number, (result: unknown) => void>();
  let published: (params: unknown) => void = () => undefined;
  const diagnostics = new Promise<unknown>((resolve) => (published = resolve));
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const receive = ({ id, method, params, result }: Message): void => {
    if (method === "textDocument/publishDiagnostics") published(params);
    else if (method === undefined && id !== undefined) answers.get(id)?.(result);
    // The server asks for its settings: what editors have where nobody has set any.
    else if (id !== undefined) send({ id, result: method === "workspace/configuration" ? [{}, {}, {}, {}, {}] : null });
  };
  let held = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const head = held.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(held.subarray(0, head).toString())?.[1]);
      if (held.length < head + 4 + length) return;
      const message: Message = JSON.parse(held.subarray(head + 4, head + 4 + length).toString());
      held = held.subarray(head + 4 + length);
      receive(message);
    }
  });
  let last = 0;
  const ask = (method: string, params: object): Promise<unknown> => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      answers.set(id, resolve);
      send({ id, method, params });
    });
  };
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  try {
    const capabilities = { textDocument: { completion: {}, hover: {}, publishDiagnostics: {} } };
    await ask("initialize", { processId: process.pid, rootUri: null, capabilities, initializationOptions: {} });
    send({ method: "initialized", params: {} });
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return await use({
      completions: async (line, character) => labelsOf(await ask("textDocument/completion", at(line, character))),
      hover: async (line, character) => JSON.stringify((await ask("textDocument/hover", at(line, character))) ?? ""),
      diagnostics: async () => messagesOf(await diagnostics),
    });
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  }
}

const listIn = (value: unknown, key: string): readonly object[] => {
  const list: unknown = typeof value === "object" && value !== null && key in value ? Reflect.get(value, key) : value;
  return Array.isArray(list) ? list.filter((one): one is object => typeof one === "object" && one !== null) : [];
};

const labelsOf = (result: unknown): readonly string[] =>
  listIn(result, "items").flatMap((item) => ("label" in item && typeof item.label === "string" ? [item.label] : []));

const messagesOf = (params: unknown): readonly string[] =>
  listIn(params, "diagnostics").flatMap((one) =>
    "message" in one && typeof one.message === "string" ? [one.message] : [],
  );
