"""Runs a query of `model-referee sql` over two CSV files of predictions, joined by id into one view.

usage: run_query.py duckdb|spark CANDIDATE.csv CHAMPION.csv QUERY.sql OUT.csv|OUT.parquet
"""

import glob
import shutil
import sys

engine, candidate, champion, query_path, out = sys.argv[1:]
query = open(query_path, encoding="utf-8").read()
VIEW = """
CREATE {temporary} VIEW joined AS
SELECT a.id, a.y_true, a.y_score, CAST(a.y_score >= 0.5 AS INT) AS y_pred,
       b.y_score AS champion_score, CAST(b.y_score >= 0.5 AS INT) AS champion_pred, a.region, a.device, a.age_band
FROM {candidate} a JOIN {champion} b ON a.id = b.id
"""

if engine == "duckdb":
    import duckdb

    connection = duckdb.connect()
    for name, path in (("candidate", candidate), ("champion", champion)):
        connection.read_csv(path).create(name)
    connection.execute(VIEW.format(temporary="", candidate="candidate", champion="champion"))
    result = connection.sql(query)
    lines = len(result)
    result.write_parquet(out) if out.endswith(".parquet") else result.write_csv(out)
    version = duckdb.__version__
else:
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for name, path in (("candidate", candidate), ("champion", champion)):
        spark.read.csv(path, header=True, inferSchema=True).createOrReplaceTempView(name)
    spark.sql(VIEW.format(temporary="TEMPORARY", candidate="candidate", champion="champion"))
    result = spark.sql(query).coalesce(1)
    lines = result.count()
    writer = result.write.mode("overwrite")
    writer.parquet(f"{out}.parts") if out.endswith(".parquet") else writer.csv(f"{out}.parts", header=True)
    shutil.copy(glob.glob(f"{out}.parts/part-*")[0], out)
    version = spark.version
    spark.stop()

print(f"{engine} {version}: {lines} lines")
