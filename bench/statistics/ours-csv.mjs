// Reads a table into typed columns: `node ours-csv.mjs FILE`.
import { readFileSync } from "node:fs";
import { readDelimitedColumns } from "../../build/src/read/delimited-columns.js";

const { rows, columns } = readDelimitedColumns(readFileSync(process.argv[2]));
process.stdout.write(`${JSON.stringify({ rows, columns: columns.length })}\n`);
