"""What a data scientist would write: pandas, scikit-learn and fairlearn's MetricFrame on the files of the benchmark."""

import json
import sys
import time

import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, count, false_positive_rate, selection_rate, true_negative_rate
from scipy.stats import rankdata
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    brier_score_loss,
    f1_score,
    log_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)

SLICES = ["s0", "s1", "s2", "s3", "s4", "s5"]
EPSILON = 2.220446049250313e-16


def ece_10(label, score):
    label, score = np.asarray(label), np.asarray(score)
    bins = np.minimum((10 * score).astype(int), 9)
    gap = np.bincount(bins, score - label, minlength=10)
    return np.abs(gap).sum() / len(label)


def quantile(q):
    return lambda _label, latency: float(np.quantile(latency, q))


DECIDED = {
    "accuracy": accuracy_score,
    "precision": lambda y, p: precision_score(y, p, zero_division=0),
    "recall": lambda y, p: recall_score(y, p, zero_division=0),
    "f1": lambda y, p: f1_score(y, p, zero_division=0),
    "specificity": true_negative_rate,
    "fpr": false_positive_rate,
    "selection_rate": selection_rate,
    "count": count,
}
SCORED = {
    "auc_roc": roc_auc_score,
    "average_precision": average_precision_score,
    "log_loss": log_loss,
    "brier": brier_score_loss,
    "ece_10": ece_10,
}
TIMED = {"latency_ms_p50": quantile(0.5), "latency_ms_p95": quantile(0.95), "latency_ms_p99": quantile(0.99)}


def measure(frame):
    """Every metric overall and per slice, as fairlearn does it: one frame per feature."""
    values = {}
    for metrics, column in ((DECIDED, "prediction"), (SCORED, "score"), (TIMED, "latency_ms")):
        for feature in SLICES:
            result = MetricFrame(
                metrics=metrics, y_true=frame["label"], y_pred=frame[column], sensitive_features=frame[feature]
            )
            values.setdefault("overall", {}).update(result.overall.to_dict())
            for name, group in result.by_group.to_dict("index").items():
                values.setdefault(f"{feature}={name}", {}).update(group)
    return values


def delong(label, challenger, incumbent):
    """Sufficient statistics of DeLong's test by mid-ranks (Sun and Xu 2014)."""
    positive = label == 1
    m, n = int(positive.sum()), int((~positive).sum())
    placed = []
    for score in (challenger, incumbent):
        ranks = rankdata(score)
        v10 = (ranks[positive] - rankdata(score[positive])) / n
        v01 = 1 - (ranks[~positive] - rankdata(score[~positive])) / m
        placed.append((v10, v01))
    (c10, c01), (i10, i01) = placed
    cov = np.cov(c10, i10) / m + np.cov(c01, i01) / n
    return {"aucC": c10.mean(), "aucI": i10.mean(), "varC": cov[0, 0], "varI": cov[1, 1], "cov": cov[0, 1]}


def pair(frame, other):
    """Cells, differences of losses and DeLong, overall and per slice, of rows joined by id."""
    both = frame.merge(other, on="row_id", suffixes=("", "_i"))
    assert len(both) == len(frame) == len(other)
    y = both["label"].to_numpy()
    for side in ("", "_i"):
        s = np.clip(both["score" + side].to_numpy(), EPSILON, 1 - EPSILON)
        both["log_loss" + side] = -np.log(np.where(y == 1, s, 1 - s))
        both["brier" + side] = (both["score" + side].to_numpy() - y) ** 2
    values = {}

    def compare(name, rows):
        cells = rows.groupby(["label", "prediction", "prediction_i"]).size().to_dict()
        sums = {}
        for metric in ("log_loss", "brier"):
            d = rows[metric].to_numpy() - rows[metric + "_i"].to_numpy()
            sums[metric] = (float(d.sum()), float((d * d).sum()))
        label, c, i = (rows[column].to_numpy() for column in ("label", "score", "score_i"))
        values[name] = {"cells": sum(cells.values()), "sums": sums, **delong(label, c, i)}

    compare("overall", both)
    for feature in SLICES:
        for name, rows in both.groupby(feature):
            compare(f"{feature}={name}", rows)
    return values


def main():
    challenger, incumbent = sys.argv[1:3]
    start = time.perf_counter()
    frame = pd.read_parquet(challenger)
    other = pd.read_parquet(incumbent, columns=["row_id", "prediction", "score"])
    read = time.perf_counter()
    metrics = measure(frame)
    measured = time.perf_counter()
    pairs = pair(frame, other)
    paired = time.perf_counter()
    keep = ["accuracy", "f1", "auc_roc", "average_precision", "log_loss", "ece_10", "latency_ms_p95"]
    print(
        json.dumps(
            {
                "seconds": {"read": read - start, "metrics": measured - read, "pairs": paired - measured},
                "metrics": {name: {k: float(v[k]) for k in keep} for name, v in metrics.items()},
                "pairs": {name: {k: float(v[k]) for k in ("aucC", "aucI", "varC", "cov")} for name, v in pairs.items()},
            }
        )
    )


main()
