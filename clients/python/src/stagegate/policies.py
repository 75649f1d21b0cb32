"""Gate policies as TypedDicts, for completion and type checks; the names are those of the API's documents.

>>> policy: GatePolicy = {"rules": [{"metric": "f1", "slicesOf": ["sex"], "maxRegression": 0.02}]}
"""

from .api.policies import *  # noqa: F403
