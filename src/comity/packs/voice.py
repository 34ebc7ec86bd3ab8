"""The words of a language that say who does what, and whether it is done at all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The words of a passive clause (``passives``), in which ``agents``, words that else say "of", say who does it;
    those right before the new day of what is put off (``put_off_to``: "auf", "to"); the verbs of what would be if
    something else were (``supposing``: "würde"); the articles that say behind a verb to whom (``datives``: "der"); what
    a state may be called right before its name (``called``: "訪問 | 友邦 | 宏都拉斯"), what says that somebody
    leads a delegation (``leading``: "率"); the case endings of family names, left aside where somebody is remembered
    (``surname_cases``: "Токаев-ым"); the endings of adjectives, where only these may stand in a text's title before
    the word for it (``qualities``: "временн-ое | соглашение", not "ход реализации | соглашения").
    """

    passives: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    put_off_to: frozenset[str] = frozenset()
    supposing: frozenset[str] = frozenset()
    datives: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    surname_cases: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()


__all__ = ["Voice"]
