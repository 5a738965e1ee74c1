import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTfRecords, maskedChecksum, readTfRecords } from "../../src/read/tf-records.js";

function recordsOf(...records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    records.flatMap((record) => {
      const header = Buffer.alloc(12);
      header.writeBigUInt64LE(BigInt(record.length));
      header.writeUInt32LE(maskedChecksum(header.subarray(0, 8)), 8);
      const footer = Buffer.alloc(4);
      footer.writeUInt32LE(maskedChecksum(record));
      return [header, record, footer];
    }),
  );
}

function read(bytes: Uint8Array) {
  const records: string[] = [];
  const fault = readTfRecords(bytes, (record) => records.push(Buffer.from(record).toString("latin1")));
  return { records, problem: fault?.problem ?? null };
}

// tensorboardX 2.6.5 for Python: record_writer.masked_crc32c
test.each([
  ["", 0xa282ead8],
  ["a", 0x28e46e78],
  ["123456789", 0xc78ab0e5],
])("the checksum of %j is that of TensorFlow", (text, sum) => {
  expect(maskedChecksum(Buffer.from(text))).toBe(sum);
});

describe("a file of records", () => {
  test("gives what was written to it", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (records) => {
        expect(read(recordsOf(...records))).toEqual({
          records: records.map((record) => Buffer.from(record).toString("latin1")),
          problem: null,
        });
      }),
    );
  });

  test("that is cut gives the whole ones before, and says so", () => {
    const whole = recordsOf(Buffer.from("one"), Buffer.from("two"));
    for (let length = 1; length < whole.length; length++)
      expect(read(whole.subarray(0, length))).toEqual(
        length < 19
          ? { records: [], problem: "truncated" }
          : { records: ["one"], problem: length === 19 ? null : "truncated" },
      );
  });

  test("of which one bit is another is not believed from there on", () => {
    const whole = recordsOf(Buffer.from("one"), Buffer.from("two"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const { records, problem } = read(changed);
        expect(problem).toBe("unreadable");
        expect(records).toEqual(at < 19 ? [] : ["one"]);
      }),
    );
  });

  test("is known by its first length", () => {
    expect(isTfRecords(recordsOf(Buffer.from("one")))).toBe(true);
    expect(isTfRecords(Buffer.from("events of the year\n"))).toBe(false);
  });

  test("never makes reading throw, whatever it holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(() => read(bytes)).not.toThrow();
      }),
    );
  });
});
