import type { Adapter } from "../model/adapter.js";
import { tableRole } from "../normalise/table-columns.js";

/** Rows of data in Parquet, told from the file's footer. */
export const parquetTable: Adapter = {
  id: "parquet-table",
  title: "Table of rows in Parquet",
  definedAt: "https://parquet.apache.org/docs/file-format/",
  versions: "format versions 1.0 and 2.x, as pyarrow and fastparquet write them",
  reads:
    "Its columns and the number of its rows, from the metadata; predictions where what is true and what was predicted stand side by side, reference or current data by the words of its name.",
  leaves: "The rows, which checks read when they need them; columns of pandas' own index.",
  syntax: ["parquet"],
  gives: ["table"],
  fallback: true,
  byExtent: true,

  recognises: ({ columnar }) => columnar !== undefined,

  read: ({ columnar, name }) => {
    if (columnar === undefined) return [];
    const columns = columnar.columns.filter((column) => !/^__index_level_\d+__$/.test(column));
    return [{ kind: "table", where: {}, columns, rows: columnar.rows, role: tableRole(columns, name) }];
  },
};
