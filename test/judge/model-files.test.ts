import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FileSystem } from "../../src/model/world.js";
import { MODEL_HEAD_BYTES } from "../../src/read/model-content.js";
import { memory } from "../../src/world/memory.js";
import { corpusIsThere } from "../checks/corpus.js";
import { readEvidence, readFiles, ofKind } from "../read-evidence.js";
import { facts, judged, measurement, of, rules } from "./judged.js";

const card = "---\nlicense: mit\n---\n# M\n";
// Python 3.11.7: pickle.dumps of an object whose __reduce__ gives (os.system, ("id",)), protocol 4.
const pickle = Buffer.from("8004951d000000000000008c05706f736978948c0673797374656d9493948c02696494859452942e", "hex");
const safetensors = Buffer.concat([Buffer.from("0200000000000000", "hex"), Buffer.from("{}")]);
const pointer = Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n");

type Contents = Readonly<Record<string, string | Uint8Array>>;

const judge = async (files: Contents, rule = "{ serialisation: safe-format }", tree: FileSystem = memory(files)) =>
  of(await judged({}, rules(`it: ${rule}`), { tree }), "it");

describe("model files are told by what they hold", () => {
  test.each<[title: string, files: Contents, outcome: string, message: RegExp]>([
    ["safetensors", { "m/model.safetensors": safetensors }, "met", /^model\.safetensors hold no code$/],
    [
      "a pickle in disguise",
      { "m/model.safetensors": pickle },
      "not-met",
      /^model\.safetensors is a pickle, which \.safetensors does not say: loading it can run code$/,
    ],
    [
      "a pickle that says so",
      { "m/model.pkl": pickle },
      "not-met",
      /^model\.pkl is a pickle: loading it can run code$/,
    ],
    [
      "a pickle among the safe",
      { "m/a.safetensors": safetensors, "m/b.onnx": pickle },
      "not-met",
      /^b\.onnx is a pickle/,
    ],
    ["weights that lie elsewhere", { "m/model.safetensors": pointer }, "unreadable", /a Git LFS pointer/],
    ["an empty file", { "m/model.onnx": new Uint8Array() }, "unreadable", /model\.onnx is empty/],
    ["noise", { "m/model.onnx": Buffer.from("accuracy,0.9\n") }, "unreadable", /of no format that is known/],
    [
      "a name that evidence gives, of a file that is there",
      { "m/model.pkl": safetensors, "m/a.facts.jsonl": facts({ kind: "run", outputs: ["out/model.pkl"] }) },
      "not-met",
      /^model\.pkl is safetensors, which \.pkl does not say$/,
    ],
    [
      "a file that evidence names beside one that is there",
      { "m/model.safetensors": safetensors, "m/a.facts.jsonl": facts({ kind: "run", outputs: ["out/model.pkl"] }) },
      "not-met",
      /^loading out\/model\.pkl can run code$/,
    ],
  ])("%s", async (_title, files, outcome, message) => {
    const findings = await judge({ "m/README.md": card, ...files });
    expect(findings).toMatchObject([{ outcome }]);
    expect(findings[0]?.message).toMatch(message);
  });

  test("the finding points at the file", async () => {
    const [finding] = await judge({ "m/README.md": card, "m/deep/model.safetensors": pickle });
    expect(finding?.sources).toMatchObject([{ path: "m/deep/model.safetensors", line: 1 }]);
  });

  test("a disguise is told whatever the policy bears", async () => {
    const files = { "m/README.md": card, "m/model.safetensors": pickle };
    expect(await judge(files, "{ serialisation: safe-format, allow: [safetensors, pkl] }")).toMatchObject([
      { outcome: "not-met" },
    ]);
    expect(
      await judge({ "m/README.md": card, "m/model.pkl": pickle }, "{ serialisation: safe-format, allow: [pkl] }"),
    ).toMatchObject([{ outcome: "met" }]);
  });

  test("it is a fact, which no rule on data takes", async () => {
    const files = { "m/README.md": card, "m/model.safetensors": pickle };
    expect(ofKind(await readFiles(files), "check")).toMatchObject([
      { format: "model-file", column: "model.safetensors", observed: "pickle", expected: "safetensors", passed: false },
    ]);
    expect(await judge(files, "{ data-quality: checks }")).toMatchObject([{ outcome: "missing" }]);
  });

  test.skipIf(!corpusIsThere)("a file of joblib is known", async () => {
    const root = process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;
    const path = `${root}/generated/data/fraud-a/model.joblib`;
    expect(ofKind(await readEvidence(path), "check")).toMatchObject([{ observed: "joblib", passed: true }]);
    expect(readFileSync(path).length).toBeGreaterThan(MODEL_HEAD_BYTES);
  });
});

describe("what looking into model files costs", () => {
  const files = { "m/README.md": card, "m/a.facts.jsonl": facts(measurement("recall", 0.9)), "m/model.pt": pickle };

  /** A tree that notes how model files were asked for. */
  const watched = (): { readonly tree: FileSystem; readonly asked: string[] } => {
    const asked: string[] = [];
    const tree = memory(files);
    const note = (how: string, path: string): void => {
      if (path.endsWith(".pt")) asked.push(how);
    };
    return {
      asked,
      tree: {
        ...tree,
        read: (path, limit) => (note("read", path), tree.read(path, limit)),
        head: (path, length) => (note(`head ${length}`, path), tree.head(path, length)),
      },
    };
  };

  test("nothing where no rule asks", async () => {
    const { tree, asked } = watched();
    expect(await judge(files, "{ metric: recall, at-least: 80% }", tree)).toMatchObject([{ outcome: "met" }]);
    expect(asked).toEqual([]);
  });

  test("the first bytes where one does; the rest only for the digests that a complete report gives", async () => {
    const { tree, asked } = watched();
    await judged({}, rules("it: { serialisation: scanned }"), { tree, complete: false });
    expect(asked).toEqual([`head ${MODEL_HEAD_BYTES}`]);
  });
});
