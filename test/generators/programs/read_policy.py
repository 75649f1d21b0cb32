"""Reads a policy and values that are easily lost by the classes that datamodel-code-generator made."""

import models

policy = models.GatePolicyDocument.model_validate(
    {"rules": [{"metric": "accuracy", "min": 0.8}, {"kind": "freshness", "maxAgeDays": 30}], "stages": {"Production": {"preset": "open"}}}
)
assert isinstance(policy.rules[0].root, models.ShortGateRule), policy.rules[0]
assert isinstance(policy.rules[1].root, models.FreshnessRule), policy.rules[1]
assert [delimiter.value for delimiter in models.CsvDelimiter] == [",", ";", "\t", "|"]
