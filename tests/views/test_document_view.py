"""A document as it is read: runs that are the text, marks that overlap, what is chosen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.views.document import Note, cut_runs

TEXT = "Peru and Chile established relations in 1861."


def note(number: int, start: int, end: int, *, chosen: bool = False, text: str = TEXT) -> Note:
    return Note(number=number, start=start, end=end, quote=text[start:end], claims=(), chosen=chosen)


@st.composite
def texts_with_notes(draw):
    text = draw(st.text(min_size=1, max_size=60))
    places = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=8))
    spans = sorted({(start, end) for start, end in places if start < end})
    return text, [note(number, start, end, text=text) for number, (start, end) in enumerate(spans, 1)]


@given(texts_with_notes())
def test_runs_are_the_text_and_every_note_is_marked_to_the_letter(world) -> None:
    text, notes = world
    runs = list(cut_runs(text, notes))
    assert "".join(run.text for run in runs) == text
    for one in notes:
        assert "".join(run.text for run in runs if one.number in run.notes) == one.quote
        assert sum(one.number in run.begins for run in runs) == sum(one.number in run.ends for run in runs) == 1


def test_where_notes_overlap_the_run_belongs_to_both() -> None:
    runs = list(cut_runs(TEXT, [note(1, 0, 14), note(2, 9, 26)]))
    assert [(run.text, run.notes) for run in runs if run.notes] == [
        ("Peru and ", (1,)),
        ("Chile", (1, 2)),
        (" established", (2,)),
    ]


def test_the_first_chosen_run_is_where_a_reader_lands() -> None:
    runs = list(cut_runs(TEXT, [note(1, 0, 14), note(2, 9, 26, chosen=True)]))
    assert [run.text for run in runs if run.chosen] == ["Chile", " established"]
    assert [run.text for run in runs if run.first_chosen] == ["Chile"]


def test_a_text_without_notes_is_one_run() -> None:
    (run,) = cut_runs(TEXT, [])
    assert (run.text, run.notes, run.chosen) == (TEXT, (), False)
