import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLicence } from "../../src/normalise/spdx-expression.js";

describe("readLicence", () => {
  // Examples of the specification's annex on licence expressions.
  test.each<[text: string, choices: readonly (readonly string[])[]]>([
    ["MIT", [["MIT"]]],
    ["mit", [["MIT"]]],
    ["GPL-2.0+", [["GPL-2.0"]]],
    ["LicenseRef-23", [["LicenseRef-23"]]],
    ["DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2", [["DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2"]]],
    ["LGPL-2.1-only OR MIT", [["LGPL-2.1-only"], ["MIT"]]],
    ["LGPL-2.1-only AND MIT AND BSD-2-Clause", [["LGPL-2.1-only", "MIT", "BSD-2-Clause"]]],
    ["GPL-2.0-or-later WITH Bison-exception-2.2", [["GPL-2.0-or-later"]]],
    ["LGPL-2.1-only OR BSD-3-Clause AND MIT", [["LGPL-2.1-only"], ["BSD-3-Clause", "MIT"]]],
    [
      "MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)",
      [
        ["MIT", "LGPL-2.1-or-later"],
        ["MIT", "BSD-3-Clause"],
      ],
    ],
  ])("%s", (text, choices) => {
    expect(readLicence(text)).toEqual({ kind: "licences", choices });
  });

  test.each(["", "no such licence", "MIT AND", "(MIT", "MIT)", "OR MIT", "MIT Apache-2.0", "WITH MIT"])(
    "“%s” is none",
    (text) => expect(readLicence(text).kind).toBe("not-spdx"),
  );

  test("no text takes long or throws", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("MIT", "AND", "OR", "(", ")", "WITH", "x")), (tokens) => {
        readLicence(tokens.join(" "));
      }),
    );
    expect(readLicence(Array<string>(40).fill("(MIT OR ISC)").join(" AND ")).kind).toBe("not-spdx");
  });
});
