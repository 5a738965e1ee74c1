import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRecordLog, readRecordLog } from "../../src/read/record-log.js";

const head = Buffer.from(":W&B\xe1\xbe\0", "latin1");

/** A part with its header, as the writer of LevelDB's logs puts it down. */
function part(kind: number, content: Uint8Array): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt32LE(crc32(content, crc32(Uint8Array.of(kind))), 0);
  header.writeUInt16LE(content.length, 4);
  header[6] = kind;
  return Buffer.concat([header, content]);
}

/** A log of the records, written block by block. */
function logOf(records: readonly Uint8Array[]): Buffer {
  const pieces: Buffer[] = [head];
  let at = head.length;
  const write = (piece: Buffer): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const record of records) {
    let rest = record;
    let isFirst = true;
    do {
      const left = 32_768 - (at % 32_768);
      if (left < 7) write(Buffer.alloc(left));
      else {
        const content = rest.subarray(0, left - 7);
        rest = rest.subarray(content.length);
        const isLast = rest.length === 0;
        write(part(isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3, content));
        isFirst = false;
        if (isLast) break;
      }
    } while (true);
  }
  return Buffer.concat(pieces);
}

function read(bytes: Uint8Array) {
  const records: string[] = [];
  const fault = readRecordLog(bytes, (record) => records.push(Buffer.from(record).toString("hex")));
  return { records, problem: fault?.problem ?? null };
}

describe("a log", () => {
  test("gives what was written to it, over as many blocks as it takes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 70_000 }), { maxLength: 6 }), (sizes) => {
        const records = sizes.map((size, index) => Buffer.alloc(size, index + 1));
        expect(read(logOf(records))).toEqual({ records: records.map((one) => one.toString("hex")), problem: null });
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ["the space of a header alone is left in a block", 32_768 - 7 - 7 - 7],
    ["less than a header is left in a block", 32_768 - 7 - 7 - 3],
    ["a block is filled to its end", 32_768 - 7 - 7],
  ])("is whole where %s", (_, size) => {
    const records = [Buffer.alloc(size, 1), Buffer.from("next")];
    expect(read(logOf(records)).records).toEqual(records.map((one) => one.toString("hex")));
  });

  test("that is cut anywhere within a record gives the whole ones before it, and says that it is cut", () => {
    const whole = logOf([Buffer.from("one"), Buffer.from("another")]);
    for (let length = 8; length < whole.length; length++) {
      const { records, problem } = read(whole.subarray(0, length));
      const isBetween = length === 7 + 7 + 3;
      expect([records.length, problem]).toEqual([length < 7 + 7 + 3 ? 0 : 1, isBetween ? null : "truncated"]);
    }
  });

  test("whose record began in a block that is all there is says that it is cut", () => {
    expect(read(logOf([Buffer.alloc(40_000, 7)]).subarray(0, 32_768))).toEqual({ records: [], problem: "truncated" });
  });

  test("whose end is zeros is cut: they were never written", () => {
    const zeros = Buffer.concat([logOf([Buffer.from("one")]), Buffer.alloc(500)]);
    expect(read(zeros)).toMatchObject({ records: ["6f6e65"], problem: "truncated" });
  });

  test("of which one bit is another is not believed from there on", () => {
    const whole = logOf([Buffer.from("one"), Buffer.from("two")]);
    fc.assert(
      fc.property(fc.integer({ min: 7, max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const { records, problem } = read(changed);
        expect(problem).not.toBeNull();
        expect(records).toEqual(["6f6e65", "74776f"].slice(0, records.length));
      }),
    );
  });

  test.each([
    ["a part in the middle of nothing", [part(3, Buffer.from("x"))]],
    ["a whole record within another", [part(2, Buffer.from("x")), part(1, Buffer.from("y"))]],
    ["an unknown kind of part", [part(9, Buffer.from("x"))]],
  ])("with %s is damaged", (_, parts) => {
    expect(read(Buffer.concat([head, ...parts])).problem).toBe("unreadable");
  });

  test("is known by its first bytes, and in its first version alone is read", () => {
    expect(isRecordLog(Buffer.from("{}"))).toBe(false);
    const later = logOf([Buffer.from("one")]);
    later[6] = 1;
    expect([isRecordLog(later), read(later)]).toEqual([true, { records: [], problem: "unreadable" }]);
    expect(read(head.subarray(0, 6)).problem).toBe("truncated");
  });

  test("never throws, whatever follows its head", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => read(Buffer.concat([head, bytes]))).not.toThrow();
      }),
    );
  });
});
