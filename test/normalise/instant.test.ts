import { expect, test } from "vitest";
import { readInstant } from "../../src/normalise/instant.js";

test.each([
  ["2019-03-25T182103.123456Z", "2019-03-25T18:21:03.123456Z"],
  ["2019-03-25T182103Z", "2019-03-25T18:21:03Z"],
  ["20190325T182103.500Z", "2019-03-25T18:21:03.500Z"],
  ["2019-03-25 18:21:03", "2019-03-25T18:21:03Z"],
  ["2019-03-25", "2019-03-25T00:00:00Z"],
  ["2019-02-30T182103Z", null],
  ["182103", null],
])("%s is %s", (written, instant) => expect(readInstant(written)).toBe(instant));
