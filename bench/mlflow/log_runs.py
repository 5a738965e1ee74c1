"""Logs two experiments, forty runs, histories with NaN and infinities, deleted runs and a registry to one store.

usage: log_runs.py TRACKING_URI

The same numbers whatever the store is; ids and times are the store's own.
"""

import math
import os
import sys
import tempfile

import mlflow
from mlflow.tracking import MlflowClient

uri = sys.argv[1]
mlflow.set_tracking_uri(uri)
mlflow.set_registry_uri(uri)
client = MlflowClient()

EXPERIMENTS = ("fraud-detection", "churn")
RUNS = 20
DELETED = (7, 13)


def value(experiment, run, metric):
    """A share that looks like a measured one, with all its digits."""
    return ((experiment * 7919 + run * 104729 + metric * 1299709) % 1000003) / 1000003


def losses(run):
    """A history of a loss; every fifth one diverges."""
    for step in range(12):
        if run % 5 == 4 and step == 7:
            yield step, math.inf
        elif run % 5 == 4 and step == 8:
            yield step, -math.inf
        elif run % 5 == 4 and step >= 9:
            yield step, math.nan
        else:
            yield step, 1 / (step + 1 + run / 100)


versions = []
for number, experiment in enumerate(EXPERIMENTS):
    experiment_id = mlflow.create_experiment(experiment)
    for run in range(RUNS):
        with mlflow.start_run(experiment_id=experiment_id, run_name=f"{experiment}-{run:02d}") as active:
            mlflow.log_params({"depth": run % 4, "features": ["a", "b"], "seed": 17, "note": "with spaces: and, commas"})
            mlflow.set_tags({"candidate": str(run == 3), "team": "risk"})
            for metric, name in enumerate(("test_accuracy", "test_recall", "val_roc_auc", "slice_recall/age_band/65 plus")):
                mlflow.log_metric(name, value(number, run, metric))
            for step, loss in losses(run):
                mlflow.log_metric("val_loss", loss, step=step)
            # Logged late and out of order: the latest is the greatest step, not the last one written.
            mlflow.log_metric("val_f1", value(number, run, 9), step=3)
            mlflow.log_metric("val_f1", value(number, run, 10), step=1)
            # Never anything but infinite, and a number once after it: what a comparison must not take for a score.
            if run == 5:
                mlflow.log_metric("test_log_loss", math.inf)
                mlflow.log_metric("test_mcc", math.nan)
                mlflow.log_metric("test_r2", -math.inf)
            if number == 0 and run in (1, 3):
                versions.append(active.info.run_id)
        if run in DELETED:
            client.delete_run(active.info.run_id)
    failing = client.search_runs([experiment_id], "attributes.run_name LIKE '%-02'")
    client.set_terminated(failing[0].info.run_id, "FAILED")

client.create_registered_model("fraud-detector", tags={"owner": "risk"}, description="Scores payments.")
for index, run_id in enumerate(versions):
    source = f"{client.get_run(run_id).info.artifact_uri}/model"
    version = client.create_model_version("fraud-detector", source, run_id)
    client.set_model_version_tag("fraud-detector", version.version, "validation_status", ("approved", "pending")[index])
client.set_registered_model_alias("fraud-detector", "champion", "1")
client.set_registered_model_alias("fraud-detector", "challenger", "2")
print(f"{uri}: {len(EXPERIMENTS) * RUNS} runs, {len(EXPERIMENTS) * len(DELETED)} deleted, mlflow {mlflow.__version__}")
