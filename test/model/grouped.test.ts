import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "../../src/model/grouped.js";

test("every item stands once, below its key, in the order of the items", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 })), (items) => {
      const groups = grouped(items, (item) => item % 4);
      for (const [key, own] of groups) expect(own).toEqual(items.filter((item) => item % 4 === key));
      expect([...groups.keys()]).toEqual([...new Set(items.map((item) => item % 4))]);
    }),
  );
});
