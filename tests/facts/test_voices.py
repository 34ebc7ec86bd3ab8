"""Who is one voice: copies of a text, of a passage, of a sentence; not two texts on one subject."""

from __future__ import annotations

from facts_world import claim

from comity.facts.said import Said
from comity.facts.voices import count_voices, find_voices, hear_voices
from comity.model.sketch import WHOLE, Sketch
from comity.text.sketch import keys_of, share_pieces, sketch_text

STORY = (
    "The presidents of both countries met on Tuesday in the old palace above the river, spoke for two hours about "
    "railways, cattle, students and the price of gas, and told the press afterwards that relations between them had "
    "never been warmer, that an embassy would open before the winter, and that a treaty was being written."
)
OTHER = (
    "On Tuesday the presidents of both countries saw each other again; railways were the first thing they spoke of, "
    "gas the second, and of students nothing was heard. Journalists had to wait outside in the rain until late in the "
    "evening, when a short statement without any promise was handed out by an assistant of the foreign minister."
)


def voices_of(*texts, alike=0.25, start=0):
    sketches = {
        name: [Sketch(start=start, end=5000, pieces=sketch_text(text))]
        for name, text in zip("abcdef", texts, strict=False)
    }
    return find_voices(sketches, alike)


def said(document):
    one = claim("relations established KAZ TUR", document, "1992-03-02", start=10)
    return Said(id=one.id, claim=one)


def test_a_copy_with_a_few_other_words_is_the_same_voice_and_another_text_on_the_subject_is_not():
    changed = STORY.replace("Tuesday", "Wednesday").replace("cattle", "wool").replace("warmer", "better")
    assert {one.document: one.first for one in voices_of(STORY, changed, OTHER, start=WHOLE)} == {"a": "a", "b": "a"}


def test_claims_in_copies_of_one_passage_are_one_voice_in_pages_that_differ():
    heard = hear_voices(voices_of(STORY, STORY, OTHER))
    assert heard.documents == {}
    assert count_voices([said("a"), said("b")], heard, 0.8) == 1
    assert count_voices([said("a"), said("c")], heard, 0.8) == 2
    assert count_voices([said("a"), said("b"), said("c")], heard, 0.8) == 2


def test_a_short_text_is_nobodys_copy_and_scripts_without_blanks_are_sketched_too():
    assert sketch_text("Relations were established on 2 March 1992.") == ()
    chinese = (
        "哈萨克斯坦共和国总统托卡耶夫星期二在阿斯塔纳会见中国外交部长王毅，双方就铁路、能源和教育合作深入交换意见。"
    )
    one, other = sketch_text(chinese), sketch_text("据报道，" + chinese)
    assert share_pieces(one, other) > 0.7
    assert set(keys_of(one)) & set(keys_of(other))


def test_sketches_are_the_same_for_ever():
    assert sketch_text(STORY)[:3] == (28217599, 92595702, 73082222)


def test_a_thousand_copies_cost_a_thousand_comparisons(monkeypatch):
    asked = []

    def counted(one, other):
        asked.append(1)
        return share_pieces(one, other)

    monkeypatch.setattr("comity.facts.voices.share_pieces", counted)
    pieces = sketch_text(STORY)
    sketches = {f"{number:04}": [Sketch(start=WHOLE, end=WHOLE, pieces=pieces)] for number in range(300)}
    found = find_voices(sketches, 0.25)
    assert {one.first for one in found} == {"0000"} and len(found) == 300
    assert len(asked) < 600
