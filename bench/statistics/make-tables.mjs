#!/usr/bin/env node
// Writes the tables that the statistics are measured on: `node make-tables.mjs FOLDER ROWS`. The same rows every time.
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

const [folder, written] = process.argv.slice(2);
const rows = Number(written ?? 1_000_000);

/** Park and Miller's generator: any whole seed, the same numbers everywhere. */
function stream(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function write(name, header, line) {
  const handle = openSync(join(folder, name), "w");
  let block = `${header}\n`;
  for (let row = 0; row < rows; row++) {
    block += `${line(row)}\n`;
    if (block.length > 1 << 20) {
      writeSync(handle, block);
      block = "";
    }
  }
  writeSync(handle, block);
  closeSync(handle);
}

const gauss = (random) => Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random());
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

for (const [name, seed, strength] of [
  ["champion.csv", 21, 1.2],
  ["challenger.csv", 22, 1.25],
]) {
  const truth = stream(7);
  const own = stream(seed);
  write(name, "id,y_true,y_score,y_pred,country,amount", (row) => {
    const label = truth() < 0.1 ? 1 : 0;
    const shared = gauss(truth);
    const score = sigmoid(-2.2 + strength * label + 0.8 * shared + 0.4 * gauss(own));
    const country = ["DE", "FR", "GB", "NL", "PL"][Math.floor(truth() * 5)];
    return `${row},${label},${score.toFixed(6)},${score > 0.5 ? 1 : 0},${country},${(truth() * 1000).toFixed(2)}`;
  });
}

const numbers = Array.from({ length: 12 }, (_, column) => `x${column}`);
for (const [name, seed, shift] of [
  ["reference.csv", 31, 0],
  ["current.csv", 32, 0.1],
]) {
  const random = stream(seed);
  write(name, [...numbers, "country", "channel", "hour"].join(","), () => {
    const cells = numbers.map((_, column) => (gauss(random) * (1 + column) + shift * column).toFixed(4));
    const country = ["DE", "FR", "GB", "NL", "PL"][Math.floor(random() ** (1 + shift) * 5)];
    const channel = ["web", "app", "pos", "phone"][Math.floor(random() * 4)];
    return [...cells, country, channel, Math.floor(random() * 24)].join(",");
  });
}
