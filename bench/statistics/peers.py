"""What the statistics are measured against: python peers.py csv|paired|drift|evidently FILE..."""

import json
import sys


def csv(path):
    import polars

    frame = polars.read_csv(path)
    return {"rows": frame.height, "columns": frame.width}


def paired(challenger, champion):
    import numpy
    import polars
    from scipy.stats import rankdata

    frames = [polars.read_csv(path) for path in (challenger, champion)]
    labels = frames[0]["y_true"].to_numpy()
    positive = labels == 1
    components = []
    for frame in frames:
        scores = frame["y_score"].to_numpy()
        ranks = rankdata(scores)
        m, n = positive.sum(), (~positive).sum()
        of_positives = (ranks[positive] - rankdata(scores[positive])) / n
        of_negatives = 1 - (ranks[~positive] - rankdata(scores[~positive])) / m
        components.append((of_positives, of_negatives))
    (p1, q1), (p2, q2) = components
    variance = numpy.var(p1 - p2, ddof=1) / len(p1) + numpy.var(q1 - q2, ddof=1) / len(q1)
    difference = p1.mean() - p2.mean()
    return {"z": difference / variance**0.5, "difference": difference}


def drift(reference, current):
    import numpy
    import polars
    from scipy import stats
    from scipy.spatial import distance

    before, after = polars.read_csv(reference), polars.read_csv(current)
    found = {}
    for name in before.columns:
        r, c = before[name].drop_nulls(), after[name].drop_nulls()
        numeric = r.dtype.is_numeric()
        if numeric and r.n_unique() > 20:
            x, y = r.to_numpy(), c.to_numpy()
            edges = numpy.histogram_bin_edges(numpy.concatenate([x, y]), bins="sturges")
            p, q = numpy.histogram(x, edges)[0], numpy.histogram(y, edges)[0]
        else:
            keys = sorted(set(r.unique().to_list()) | set(c.unique().to_list()))
            a, b = dict(r.value_counts().iter_rows()), dict(c.value_counts().iter_rows())
            p, q = (numpy.array([counts.get(key, 0) for key in keys]) for counts in (a, b))
        shares = []
        for counts in (p, q):
            share = counts / counts.sum()
            least = share[share > 0].min()
            shares.append(numpy.where(share == 0, least / 1e6 if least <= 1e-4 else 1e-4, share))
        psi = float(((shares[0] - shares[1]) * numpy.log(shares[0] / shares[1])).sum())
        jensen = float(distance.jensenshannon(p, q))
        used = (p + q) > 0
        chi = float(stats.chi2_contingency(numpy.array([p[used], q[used]]), correction=False)[0])
        ks = wasserstein = None
        if numeric:
            x, y = r.to_numpy(), c.to_numpy()
            ks = float(stats.ks_2samp(x, y, method="asymp").statistic)
            wasserstein = float(stats.wasserstein_distance(x, y) / x.std())
        found[name] = [ks, psi, jensen, wasserstein, chi]
    return found


def evidently(reference, current):
    import pandas
    from evidently import Report
    from evidently.presets import DataDriftPreset

    result = Report([DataDriftPreset()]).run(pandas.read_csv(current), pandas.read_csv(reference))
    return {"metrics": len(result.dict()["metrics"])}


print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
