from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.paired_kind import PairedKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.paired_evidence_counts import PairedEvidenceCounts
    from ..models.slice_ import Slice


T = TypeVar("T", bound="PairedEvidence")


@_attrs_define(repr=False)
class PairedEvidence(Shown):
    incumbent_version: int
    """ The version that was compared with. """
    kind: PairedKind
    """ Form of paired evidence. """
    slice_: Slice | Unset = UNSET
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    counts: PairedEvidenceCounts | Unset = UNSET
    """ binary8: rows by label, challenger's and incumbent's prediction, as in `{"111": 2000, "110": 30}`. """
    n: int | Unset = UNSET
    """ meanDiff, clusterDiff, weightedDiff and, if stated, replicates: number of rows. """
    clusters: int | Unset = UNSET
    """ clusterDiff: number of units, such as users, whose rows move together. """
    n_pos: int | Unset = UNSET
    """ aucPair: number of positive rows. """
    n_neg: int | Unset = UNSET
    """ aucPair: number of negative rows. """
    deltas: list[float] | Unset = UNSET
    """ replicates: 100 to 10,000 paired bootstrap differences, challenger minus incumbent. """
    metric: str | Unset = UNSET
    """ The metric that all kinds but binary8 are about; aucPair without one is about the AUC by any of its names.
    """
    sum_d: float | Unset = UNSET
    """ meanDiff, clusterDiff: sum of the per-row differences, challenger minus incumbent. """
    sum_d2: float | Unset = UNSET
    """ meanDiff: sum of their squares. """
    sum_cluster_d2: float | Unset = UNSET
    """ clusterDiff: sum over units of the squared sum of differences. """
    sum_cluster_nd: float | Unset = UNSET
    """ clusterDiff: sum over units of rows times sum of differences. """
    sum_cluster_n2: float | Unset = UNSET
    """ clusterDiff: sum over units of squared rows. """
    sum_w: float | Unset = UNSET
    """ weightedDiff: sum of the weights. """
    sum_w2: float | Unset = UNSET
    """ weightedDiff: sum of the squared weights. """
    sum_wd: float | Unset = UNSET
    """ weightedDiff: sum of weight times difference. """
    sum_w2d: float | Unset = UNSET
    """ weightedDiff: sum of squared weight times difference. """
    sum_w2d2: float | Unset = UNSET
    """ weightedDiff: sum of squared weight times squared difference. """
    auc_c: float | Unset = UNSET
    """ aucPair: AUC of the challenger, a share from 0 to 1 without a unit. """
    auc_i: float | Unset = UNSET
    """ aucPair: AUC of the incumbent, a share from 0 to 1 without a unit. """
    var_c: float | Unset = UNSET
    """ aucPair: DeLong variance of the challenger's AUC. """
    var_i: float | Unset = UNSET
    """ aucPair: DeLong variance of the incumbent's AUC. """
    cov: float | Unset = UNSET
    """ aucPair: DeLong covariance of both, without a unit. """
    varied: int | Unset = UNSET
    """ meanDiff, weightedDiff, clusterDiff: rows, or units, whose difference is not the most frequent one, of which
    those beyond 10 need not be counted; with fewer than 10 a mean is not judged, unless it is a share of right
    outcomes. """
    wins: float | Unset = UNSET
    """ weightedDiff, clusterDiff of right and wrong outcomes: weight of the rows, or number of the units, on which
    the challenger has more. """
    losses: float | Unset = UNSET
    """ The same, weight or units, on which the incumbent has more. """
    observed: float | Unset = UNSET
    """ replicates: the difference on the rows themselves, which must be that of the reports, in the metric's unit;
    may be left out. """

    def to_dict(self) -> dict[str, Any]:
        incumbent_version = self.incumbent_version

        kind = self.kind.value

        slice_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.slice_, Unset):
            slice_ = self.slice_.to_dict()

        counts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.counts, Unset):
            counts = self.counts.to_dict()

        n = self.n

        clusters = self.clusters

        n_pos = self.n_pos

        n_neg = self.n_neg

        deltas: list[float] | Unset = UNSET
        if not isinstance(self.deltas, Unset):
            deltas = self.deltas

        metric = self.metric

        sum_d = self.sum_d

        sum_d2 = self.sum_d2

        sum_cluster_d2 = self.sum_cluster_d2

        sum_cluster_nd = self.sum_cluster_nd

        sum_cluster_n2 = self.sum_cluster_n2

        sum_w = self.sum_w

        sum_w2 = self.sum_w2

        sum_wd = self.sum_wd

        sum_w2d = self.sum_w2d

        sum_w2d2 = self.sum_w2d2

        auc_c = self.auc_c

        auc_i = self.auc_i

        var_c = self.var_c

        var_i = self.var_i

        cov = self.cov

        varied = self.varied

        wins = self.wins

        losses = self.losses

        observed = self.observed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "incumbentVersion": incumbent_version,
                "kind": kind,
            }
        )
        if slice_ is not UNSET:
            field_dict["slice"] = slice_
        if counts is not UNSET:
            field_dict["counts"] = counts
        if n is not UNSET:
            field_dict["n"] = n
        if clusters is not UNSET:
            field_dict["clusters"] = clusters
        if n_pos is not UNSET:
            field_dict["nPos"] = n_pos
        if n_neg is not UNSET:
            field_dict["nNeg"] = n_neg
        if deltas is not UNSET:
            field_dict["deltas"] = deltas
        if metric is not UNSET:
            field_dict["metric"] = metric
        if sum_d is not UNSET:
            field_dict["sumD"] = sum_d
        if sum_d2 is not UNSET:
            field_dict["sumD2"] = sum_d2
        if sum_cluster_d2 is not UNSET:
            field_dict["sumClusterD2"] = sum_cluster_d2
        if sum_cluster_nd is not UNSET:
            field_dict["sumClusterND"] = sum_cluster_nd
        if sum_cluster_n2 is not UNSET:
            field_dict["sumClusterN2"] = sum_cluster_n2
        if sum_w is not UNSET:
            field_dict["sumW"] = sum_w
        if sum_w2 is not UNSET:
            field_dict["sumW2"] = sum_w2
        if sum_wd is not UNSET:
            field_dict["sumWD"] = sum_wd
        if sum_w2d is not UNSET:
            field_dict["sumW2D"] = sum_w2d
        if sum_w2d2 is not UNSET:
            field_dict["sumW2D2"] = sum_w2d2
        if auc_c is not UNSET:
            field_dict["aucC"] = auc_c
        if auc_i is not UNSET:
            field_dict["aucI"] = auc_i
        if var_c is not UNSET:
            field_dict["varC"] = var_c
        if var_i is not UNSET:
            field_dict["varI"] = var_i
        if cov is not UNSET:
            field_dict["cov"] = cov
        if varied is not UNSET:
            field_dict["varied"] = varied
        if wins is not UNSET:
            field_dict["wins"] = wins
        if losses is not UNSET:
            field_dict["losses"] = losses
        if observed is not UNSET:
            field_dict["observed"] = observed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.paired_evidence_counts import PairedEvidenceCounts  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        incumbent_version = d.pop("incumbentVersion")

        kind = PairedKind(d.pop("kind"))

        _slice_ = d.pop("slice", UNSET)
        slice_: Slice | Unset
        if isinstance(_slice_, Unset):
            slice_ = UNSET
        else:
            slice_ = Slice.from_dict(_slice_)

        _counts = d.pop("counts", UNSET)
        counts: PairedEvidenceCounts | Unset
        if isinstance(_counts, Unset):
            counts = UNSET
        else:
            counts = PairedEvidenceCounts.from_dict(_counts)

        n = d.pop("n", UNSET)

        clusters = d.pop("clusters", UNSET)

        n_pos = d.pop("nPos", UNSET)

        n_neg = d.pop("nNeg", UNSET)

        deltas = cast(list[float], d.pop("deltas", UNSET))

        metric = d.pop("metric", UNSET)

        sum_d = d.pop("sumD", UNSET)

        sum_d2 = d.pop("sumD2", UNSET)

        sum_cluster_d2 = d.pop("sumClusterD2", UNSET)

        sum_cluster_nd = d.pop("sumClusterND", UNSET)

        sum_cluster_n2 = d.pop("sumClusterN2", UNSET)

        sum_w = d.pop("sumW", UNSET)

        sum_w2 = d.pop("sumW2", UNSET)

        sum_wd = d.pop("sumWD", UNSET)

        sum_w2d = d.pop("sumW2D", UNSET)

        sum_w2d2 = d.pop("sumW2D2", UNSET)

        auc_c = d.pop("aucC", UNSET)

        auc_i = d.pop("aucI", UNSET)

        var_c = d.pop("varC", UNSET)

        var_i = d.pop("varI", UNSET)

        cov = d.pop("cov", UNSET)

        varied = d.pop("varied", UNSET)

        wins = d.pop("wins", UNSET)

        losses = d.pop("losses", UNSET)

        observed = d.pop("observed", UNSET)

        paired_evidence = cls(
            incumbent_version=incumbent_version,
            kind=kind,
            slice_=slice_,
            counts=counts,
            n=n,
            clusters=clusters,
            n_pos=n_pos,
            n_neg=n_neg,
            deltas=deltas,
            metric=metric,
            sum_d=sum_d,
            sum_d2=sum_d2,
            sum_cluster_d2=sum_cluster_d2,
            sum_cluster_nd=sum_cluster_nd,
            sum_cluster_n2=sum_cluster_n2,
            sum_w=sum_w,
            sum_w2=sum_w2,
            sum_wd=sum_wd,
            sum_w2d=sum_w2d,
            sum_w2d2=sum_w2d2,
            auc_c=auc_c,
            auc_i=auc_i,
            var_c=var_c,
            var_i=var_i,
            cov=cov,
            varied=varied,
            wins=wins,
            losses=losses,
            observed=observed,
        )

        return paired_evidence
