"""Logs two experiments, forty runs and more, to one store: histories with NaN and infinities, deleted runs among them,
data sets, nested runs, models (logged models where MLflow 3 has them) and a registry with versions and aliases.

usage: log_runs.py TRACKING_URI

The same numbers whatever the store is; ids and times are the store's own.
"""

import math
import os
import sys
import tempfile

import mlflow
import numpy
import pandas
from mlflow.tracking import MlflowClient
from sklearn.linear_model import LogisticRegression

uri = sys.argv[1]
mlflow.set_tracking_uri(uri)
mlflow.set_registry_uri(uri)
client = MlflowClient()

EXPERIMENTS = ("fraud-detection", "churn")
RUNS = 20
DELETED = (7, 9, 13)  # the second has NaN and infinities in its history
LOGGED_MODELS = hasattr(client, "create_logged_model")  # MLflow 3


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


def data_sets(experiment, run):
    """A named table with a place, and arrays that name neither columns nor place.

    Other rows in each experiment: MLflow 2.22 gives data sets of two experiments that have the same digest the same place.
    No blank in a name: with one the file store of MLflow 3 cannot read a model's metrics back.
    """
    rows = 40 + run
    frame = pandas.DataFrame({"amount": numpy.arange(rows) * (1.5 + experiment), "country": ["DE", "FR"] * (rows // 2) + ["DE"] * (rows % 2)})
    path = f"s3://acme-ml/{EXPERIMENTS[experiment]}/test.parquet"
    yield mlflow.data.from_pandas(frame, source=path, name="payments-test"), "test"
    features = numpy.arange(rows * 3, dtype=float).reshape(rows, 3)
    yield mlflow.data.from_numpy(features, targets=numpy.arange(rows) % 2, name="arrays"), "train"


def train(run):
    """A model that is fitted on eight rows."""
    features = pandas.DataFrame({"amount": numpy.arange(8.0), "age": numpy.arange(8.0)[::-1]})
    return LogisticRegression(C=1 + run).fit(features, numpy.arange(8) % 2)


def log_model(run):
    """A model of the run, in the way of this release."""
    name = {"name" if LOGGED_MODELS else "artifact_path": "classifier"}
    return mlflow.sklearn.log_model(train(run), pip_requirements=["scikit-learn"], **name)


def logged_models(experiment_id, run_id):
    """Beside a model with metrics of its own on a data set: one that was deleted, and one that never was ready."""
    if not LOGGED_MODELS:
        return
    data = next(data_sets(0, 0))[0]
    model = client.create_logged_model(
        experiment_id, name="own-metrics", source_run_id=run_id, params={"depth": "3"}, tags={"team": "risk"}
    )
    with mlflow.start_run(run_id=run_id):
        mlflow.log_metrics({"model_recall": 0.81, "model_auc": 0.93}, model_id=model.model_id, dataset=data)
        for step, loss in enumerate((0.5, math.inf, math.nan)):
            mlflow.log_metric("model_loss", loss, step=step, model_id=model.model_id)
    client.finalize_logged_model(model.model_id, "READY")
    client.create_logged_model(experiment_id, name="never-ready", source_run_id=run_id)
    gone = client.create_logged_model(experiment_id, name="deleted", source_run_id=run_id)
    client.finalize_logged_model(gone.model_id, "READY")
    client.delete_logged_model(gone.model_id)


def folds(experiment_id):
    """A cross-validation: a run for each fold below one run, the last of which was deleted."""
    with mlflow.start_run(experiment_id=experiment_id, run_name="cross-validation"):
        for fold in range(4):
            with mlflow.start_run(experiment_id=experiment_id, run_name=f"fold-{fold}", nested=True) as active:
                mlflow.log_param("fold", fold)
                mlflow.log_metric("val_roc_auc", 0.9 + fold / 100)
                mlflow.log_metric("val_loss", math.nan if fold == 3 else 0.3)
        mlflow.log_metric("val_roc_auc", 0.915)
    client.delete_run(active.info.run_id)


versions = []
for number, experiment in enumerate(EXPERIMENTS):
    experiment_id = mlflow.create_experiment(experiment)
    for run in range(RUNS):
        with mlflow.start_run(experiment_id=experiment_id, run_name=f"{experiment}-{run:02d}") as active:
            mlflow.log_params({"depth": run % 4, "features": ["a", "b"], "seed": 17, "note": "with spaces: and, commas"})
            mlflow.set_tags({"candidate": str(run == 3), "team": "risk", "git_commit": f"{run:040x}"})
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
            for data, context in data_sets(number, run) if run % 4 == 0 else ():
                mlflow.log_input(data, context=context)
            if number == 0 and run in (1, 3, 5):
                versions.append((active.info.run_id, log_model(run).model_uri))
        if run in DELETED:
            client.delete_run(active.info.run_id)
    failing = client.search_runs([experiment_id], "attributes.run_name LIKE '%-02'")
    client.set_terminated(failing[0].info.run_id, "FAILED")

    folds(experiment_id)
    if number == 0:
        logged_models(experiment_id, versions[0][0])

client.create_registered_model("fraud-detector", tags={"owner": "risk"}, description="Scores payments.")
for index, (run_id, source) in enumerate(versions):
    version = mlflow.register_model(source, "fraud-detector")
    assert version.run_id == run_id
    client.set_model_version_tag("fraud-detector", version.version, "validation_status", ("approved", "pending", "rejected")[index])
client.set_registered_model_alias("fraud-detector", "champion", "1")
client.set_registered_model_alias("fraud-detector", "previous", "1")
client.set_registered_model_alias("fraud-detector", "challenger", "2")
client.transition_model_version_stage("fraud-detector", "1", "Production")
client.delete_model_version("fraud-detector", "3")
client.create_registered_model("empty")
print(f"{uri}: {len(EXPERIMENTS) * (RUNS + 5)} runs, {len(EXPERIMENTS) * (len(DELETED) + 1)} deleted, mlflow {mlflow.__version__}")
