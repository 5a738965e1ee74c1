// Reads a table into typed columns: `node ours-csv.mjs FILE`.
import { readTable } from "./read-table.mjs";

const { rows, columns } = readTable(process.argv[2]);
process.stdout.write(`${JSON.stringify({ rows, columns: columns.length })}\n`);
