"""The embassy that a state keeps with another from its seat in a third."""

from __future__ import annotations

from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.model.roles import Mission


def embassy_from(sender: str, receiver: str, country: str, town: Mention | None) -> Mission:
    """The embassy of ``sender`` with ``receiver`` that sits in ``country``, in its town where one is told."""
    name, number = city_roles(town)
    return Mission(
        sender=sender, receiver=receiver, kind="embassy", event="exists", city=name, city_id=number, via=country
    )
