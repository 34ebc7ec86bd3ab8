"""``comity judge``: a person's decision on a claim, a fact or a row; the review list; judgements as a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.shared import json_option, language_option, print_lines, register_option, say, write_json
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.model.judgement import Judgement
    from comity.model.roles import JSON
    from comity.register.store import Register

RULED = ("accept", "reject", "correct", "same", "not-same", "row", "not-row", "undo")
ASKED = ("list", "review", "import", "export")


@click.command("judge", short_help="Decide: accept, reject, correct, name a row; what to review; undo.")
@click.argument("verb", type=click.Choice([*RULED, *ASKED]))
@click.argument("words", nargs=-1)
@click.option("--by", envvar="COMITY_JUDGE", show_envvar=True, help="Who decides.")
@click.option("--why", help="The reason, in a sentence.")
@click.option("--here", is_flag=True, help="Only in the claim's own document, not in its copies.")
@click.option("--first", type=click.IntRange(min=1), help="Of a review, only so many questions.")
@register_option
@language_option
@json_option
def command(
    *,
    verb: str,
    words: tuple[str, ...],
    by: str | None,
    why: str | None,
    here: bool,
    first: int | None,
    place: str,
    language: str,
    as_json: bool,
) -> None:
    """Record a person's decision, which holds from then on whatever is read again, until another undoes it.

    \b
    accept TARGET [date=DATE]      this value stands first
    reject TARGET                  the claim, or the whole fact, counts no more
    correct TARGET NAME=VALUE…     a date or role was read or written wrong; NAME= takes it away
    same ONE OTHER                 two facts are one
    not-same ONE OTHER             two claims of one fact are two
    row TARGET PARTY               this row without a party is PARTY
    not-row TARGET PARTY           this row without a party is not PARTY
    undo JUDGEMENT                 takes a judgement back
    list                           all judgements, and what became of each
    review                         what to decide on, those that change most facts first
    import FILE, export [FILE]     judgements.toml

    TARGET is the id of a fact or claim as `comity show`, `comity why` and `comity rows` print it, or a row's place
    there (list:2:15). A ruling on a claim holds for every copy of it.
    """
    if verb == "export":
        _export(place, words)
    elif verb in ("list", "review") and words:
        raise UsageError(f"{verb} takes no words")
    elif verb == "list":
        _list(place, as_json=as_json)
    elif verb == "review":
        _review(place, language, first, as_json=as_json)
    else:
        _rule(verb, words, place, {"by": by, "why": why}, here=here, as_json=as_json)


def _rule(
    verb: str, words: Sequence[str], place: str, who: Mapping[str, str | None], *, here: bool, as_json: bool
) -> None:
    from comity.pipeline import judge
    from comity.register import open_register
    from comity.views.judgements import list_judgements, render_judgements

    if not Path(place).is_file() and "://" not in place:
        open_register(place).close()  # says how a register is made
    with open_register(place, write=True) as register:
        made = _read_file(words) if verb == "import" else (_make(register, verb, words, who, here=here),)
        new = judge(register, made)
        judged = list_judgements(register, [one.id for one in made])
    if as_json:
        write_json({"new": new, "judgements": [one.to_json() for one in judged]})
    else:
        print_lines(render_judgements(judged))
    known = len(made) - new
    say(f"{new} recorded" + (f", {known} known before" if known else ""))


def _make(
    register: Register, verb: str, words: Sequence[str], who: Mapping[str, str | None], *, here: bool
) -> Judgement:
    from comity.cli.party_names import read_party
    from comity.model.judgement import Verdict, make_judgement
    from comity.views.judgements import find_judgement, find_mark

    for name, mend in (("by", "--by NAME, or COMITY_JUDGE"), ("why", "--why REASON")):
        if not (who[name] or "").strip():
            raise UsageError(f"a judgement says who decided and why: {mend}")
    targets = [word for word in words if "=" not in word]
    changes: dict[str, JSON] = dict(_change(word) for word in words if "=" in word)
    wanted = {"same": 2, "not-same": 2, "row": 2, "not-row": 2}.get(verb, 1)
    if len(targets) != wanted or (changes and verb not in ("accept", "correct")):
        raise UsageError(f"{verb} takes {wanted} of those: `comity judge --help` shows how")
    undoes, date = "", None
    if verb == "undo":
        undoes, targets = find_judgement(register, targets[0]).id, []
    elif verb in ("row", "not-row"):
        changes, targets = {"party": read_party(targets[1])}, targets[:1]
    elif verb == "accept":
        date, changes = _only_date(changes), {}
    marks = tuple(find_mark(register, one, date=date, here=here) for one in targets)
    day = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _refused_kindly(
        lambda: make_judgement(
            Verdict(verb), by=who["by"] or "", on=day, why=who["why"] or "", marks=marks, undoes=undoes, **changes
        )
    )


def _refused_kindly(make: Callable[[], Judgement]) -> Judgement:
    from comity.errors import ModelError

    try:
        return make()
    except ModelError as fault:
        raise UsageError(str(fault)) from None


def _change(word: str) -> tuple[str, JSON]:
    """What NAME=VALUE puts right: ``parties=KAZ,TUR`` two texts, ``value=5400000000`` a number."""
    name, _, text = word.partition("=")
    if name == "parties":
        return name, [*sorted(one.strip() for one in text.split(","))]
    if name in ("persons", "offices", "places"):
        return name, [one.strip() for one in text.split(",")]
    if name in ("value", "min", "max", "change", "order", "city_id") and text:
        try:
            number = json.loads(text)
        except ValueError:
            number = None
        if not isinstance(number, int | float) or isinstance(number, bool):
            raise UsageError(f"{name} is a number, not {text!r}")
        return name, number
    return name, text


def _only_date(changes: Mapping[str, object]) -> str | None:
    if set(changes) - {"date"}:
        raise UsageError("accept takes a value that a document gives, by its date: date=1992-03-02")
    return str(changes["date"]) if changes else None


def _read_file(words: Sequence[str]) -> tuple[Judgement, ...]:
    from comity.register.judgement_file import load_judgements

    if len(words) != 1:
        raise UsageError("import takes one file: comity judge import judgements.toml")
    return load_judgements(Path(words[0]))


def _export(place: str, words: Sequence[str]) -> None:
    from comity.register import open_register
    from comity.register.judgement_file import write_judgements

    if len(words) > 1:
        raise UsageError("export takes one file, or prints: comity judge export judgements.toml")
    with open_register(place) as register:
        judgements = register.judgements()
    text = write_judgements(judgements)
    if words:
        Path(words[0]).write_text(text, encoding="utf-8", newline="\n")
    else:
        click.echo(text, nl=False)
    say(f"{len(judgements)} judgements")


def _list(place: str, *, as_json: bool) -> None:
    from comity.register import open_register
    from comity.views.judgements import list_judgements, render_judgements

    with open_register(place) as register:
        judged = list_judgements(register)
    if as_json:
        write_json({"judgements": [one.to_json() for one in judged]})
    else:
        print_lines(render_judgements(judged))
    say(f"{len(judged)} judgements")


def _review(place: str, language: str, first: int | None, *, as_json: bool) -> None:
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.review import list_questions, render_questions
    from comity.views.sentences import load_speech

    with open_register(place) as register:
        questions = list_questions(register, load_speech(load_registry(), language))
    if as_json:
        write_json({"questions": [one.to_json() for one in questions[:first]]})
    else:
        print_lines(render_questions(questions[:first]))
    say(f"{len(questions)} questions")
