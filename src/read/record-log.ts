import { crc32 } from "node:zlib";
import { fault, type Fault } from "./fault.js";

/** `:W&B` and the magic 0xBEE1 with the lowest byte first; the version follows. */
const head = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe] as const;
const VERSION = 0;
const BLOCK = 32_768;
const HEADER = 7;

type Part = "full" | "first" | "middle" | "last";
const parts: readonly (Part | undefined)[] = [undefined, "full", "first", "middle", "last"];

/** True for bytes that begin as the log of a W&B run does. */
export const isRecordLog = (bytes: Uint8Array): boolean => head.every((byte, at) => bytes[at] === byte);

const cut = (offset: number): Fault =>
  fault(
    "truncated",
    `the log is cut short: the record at byte ${offset} is not whole`,
    "copy it again once the run has ended",
  );

const damaged = (offset: number): Fault =>
  fault(
    "unreadable",
    `the log is damaged: the record at byte ${offset} is not what its checksum says`,
    "copy it again from where it was written",
  );

/**
 * Gives each whole record of a log that is written as LevelDB's are, in blocks of 32 KiB, until its end or the first
 * fault. A checksum is the CRC-32 of the part's kind and its bytes.
 *
 * @returns what is wrong behind the last record given; null where nothing is
 * @see https://github.com/google/leveldb/blob/main/doc/log_format.md
 * @see https://github.com/wandb/wandb/blob/main/core/pkg/leveldb/record.go
 */
export function readRecordLog(bytes: Uint8Array, give: (record: Uint8Array, index: number) => void): Fault | null {
  if (bytes.length <= head.length) return cut(0);
  const version = bytes[head.length];
  if (version !== VERSION)
    return fault("unreadable", `this is version ${version} of the log, which is not known`, "run `wandb sync`");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = head.length + 1;
  let index = 0;
  let began: number | null = null;
  let open: Uint8Array[] = [];
  while (at < bytes.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (bytes.length - at < HEADER) return cut(began ?? at);
    const length = view.getUint16(at + 4, true);
    const kind = bytes[at + 6] ?? 0;
    const part = parts[kind];
    // A file system that broke down leaves zeros where nothing was written yet.
    if (part === undefined && bytes.subarray(at, at + HEADER).every((byte) => byte === 0)) return cut(began ?? at);
    if (part === undefined || HEADER + length > left) return damaged(at);
    const end = at + HEADER + length;
    if (end > bytes.length) return cut(began ?? at);
    const content = bytes.subarray(at + HEADER, end);
    if (crc32(content, crc32(Uint8Array.of(kind))) !== view.getUint32(at, true)) return damaged(at);
    if ((began === null) !== (part === "full" || part === "first")) return damaged(at);
    open.push(content);
    if (part === "full" || part === "last") {
      give(open.length === 1 ? content : Buffer.concat(open), index++);
      open = [];
      began = null;
    } else began ??= at;
    at = end;
  }
  return began === null ? null : cut(began);
}
