"""Evidence for Stagegate from models of MLflow: what the model predicts is measured by the registry, slice by slice."""

from ._submit import Submitted, evaluate_and_submit

__all__ = ["Submitted", "evaluate_and_submit"]
