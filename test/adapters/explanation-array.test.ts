import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

/** NumPy 2.4.6: `save` of `[[1.5, -2, 0.25], [-0.5, 4, 0]]`, of `[3, -1]`, and of 0 to 11 in two rows, three columns, two classes. */
const matrix = bytesOf(
  "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAA0D8AAAAAAADgvwAAAAAAABBAAAAAAAAAAAA=",
);
const line = bytesOf(
  "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoDAAAAAAAAAP//////////",
);
const classes = bytesOf(
  "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAACAPwAAAEAAAEBAAACAQAAAoEAAAMBAAADgQAAAAEEAABBBAAAgQQAAMEE=",
);

const attributions = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly unknown[]> =>
  ofKind(await readFiles(files), "attribution").map(({ method, feature, importance, slice }) => [
    method,
    feature,
    importance,
    slice["class"] ?? null,
  ]);

test("of examples and features the mean absolute value is the importance, under the names that lie beside", async () => {
  expect(
    await attributions({ "x/shap_values.npy": matrix, "x/feature_names.json": '["age", "income", "city"]' }),
  ).toEqual([
    ["shap", "age", 1, null],
    ["shap", "income", 3, null],
    ["shap", "city", 0.125, null],
  ]);
});

test("without as many names the features are told by their places", async () => {
  expect(await attributions({ "shap_values.npy": matrix, "features.txt": "age\nincome\n" })).toEqual([
    ["shap", "#0", 1, null],
    ["shap", "#1", 3, null],
    ["shap", "#2", 0.125, null],
  ]);
});

test("a third axis holds classes", async () => {
  expect(await attributions({ "shap.npy": classes, "features.txt": "a\nb\nc\n" })).toEqual([
    ["shap", "a", 3, "0"],
    ["shap", "b", 5, "0"],
    ["shap", "c", 7, "0"],
    ["shap", "a", 4, "1"],
    ["shap", "b", 6, "1"],
    ["shap", "c", 8, "1"],
  ]);
});

test("an array of one axis holds importances", async () => {
  expect(await attributions({ "permutation_importance.npy": line, "features.txt": "a\nb\n" })).toEqual([
    ["permutation", "a", 3, null],
    ["permutation", "b", -1, null],
  ]);
});

test("an array that is cut short is unreadable", async () => {
  const facts = await readFiles({ "shap_values.npy": matrix.subarray(0, 140) });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["unreadable"]);
});

test("an array that is called anything else is left alone", async () => {
  expect(await attributions({ "embeddings.npy": matrix })).toEqual([]);
});
