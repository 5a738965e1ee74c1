import { expect, test } from "vitest";
import { partsOf } from "../../src/model/parts.js";
import { blobId } from "../../src/read/blob-id.js";

// `git hash-object --stdin` of git 2.39.5; of 64 digits in a repository of `git init --object-format=sha256`.
test.each([
  ["", 40, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"],
  ["hello\n", 40, "ce013625030ba8dba906f756967f9e9ca394464a"],
  ["x".repeat(3_000_000), 40, "42ec5fc0f485f764cdf0eaa85ab061c055f5f518"],
  ["", 64, "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"],
])("a blob is named as git names it (%#)", (text, digits, expected) => {
  expect(blobId(partsOf(Buffer.from(text)), digits)).toBe(expected);
});
