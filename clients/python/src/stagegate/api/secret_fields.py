"""Fields that no line, table or frame tells, by the names of classes and fields in Python."""

from __future__ import annotations

SECRETS: dict[str, frozenset[str]] = {
    "CreatedWebhookResponse": frozenset(["secret"]),
    "ExchangedTokenResponse": frozenset(["access_token"]),
    "IssuedTokenResponse": frozenset(["token"]),
    "StartSessionRequest": frozenset(["code", "token"]),
}
