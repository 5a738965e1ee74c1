"""Parses a query as BigQuery's, has it translated for DuckDB, and holds its rows against those of DuckDB's own query.

usage: bigquery.py BIGQUERY.sql DUCKDB.sql
"""

import math
import sys

import duckdb
import sqlglot

connection = duckdb.connect()
connection.execute("CREATE SCHEMA scoring")
connection.execute(
    """
    CREATE TABLE scoring.may AS
    SELECT i AS id, CAST(hash(i) % 100 < 12 AS INT) AS y_true, CAST(hash(i + 1) % 100 < 15 AS INT) AS y_pred,
           CASE WHEN i % 997 = 0 THEN NULL WHEN i % 1009 = 0 THEN 'NaN'::DOUBLE ELSE (hash(i + 2) % 1000) / 1000.0 END AS y_score,
           CASE i % 5 WHEN 0 THEN 'DE' WHEN 1 THEN 'O''Brien \\ "x"' WHEN 2 THEN '' WHEN 3 THEN NULL ELSE 'FR' END AS country,
           CASE WHEN i % 2 = 0 THEN '18-24' ELSE '65+' END AS "age band"
    FROM range(20000) AS t(i)
    """
)


def rows(query):
    """The rows of a query in an order of their own; NaN equals itself."""
    found = connection.execute(query).fetchall()
    return sorted(repr(tuple("NaN" if isinstance(v, float) and math.isnan(v) else v for v in row)) for row in found)


written, own = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
(parsed,) = sqlglot.parse(written, read="bigquery")
translated, expected = rows(parsed.sql(dialect="duckdb")), rows(own)
same = translated == expected and len(expected) > 1
print(f"{'the same' if same else 'other'} {len(expected)} rows")
if not same:
    print(parsed.sql(dialect="duckdb"))
    print([row for row in translated if row not in expected][:5], [row for row in expected if row not in translated][:5])
