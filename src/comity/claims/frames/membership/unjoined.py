"""Memberships that a sentence only speaks of: talks on them, hopes for them, a part of the organization, others'."""

from __future__ import annotations

import re

from comity.claims.clauses.relative import leads
from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined, role_before
from comity.claims.states.institutions import acts_for_itself

_BESIDE = 3
_PARTED = CLAUSE_COMMAS + SEMICOLONS + "—–-(:"
_LED_BY = 3
_QUEST_REACH = 45
_AFTER = 5
_OWNED = 3
_ADJECTIVE = 14
_MARKER = 8
_STANDING = frozenset(
    {"verb.hold", "verb.have", "verb.serve", "verb.maintain", "verb.join", "verb.elect", "verb.chair"}
)
_VERBS_OF_ROLES = ("verb.hold", "verb.join", "verb.elect", "verb.chair", "verb.serve", "verb.have", "mark.capacity")
_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][^\W\d_]{3,}")
_WORD = re.compile(r"['’]?s?\s([^\W\d_]+)\s?([^\W\d_]*)")


def sends_them(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a role is but whom an organization sends, places, elects: «| ООН | разместила там | наблюдателей»."""
    if elected_members(chart, anchor):
        return True
    if not chart.pack.cases or chart.pack.order != "svo" or chart.pack.inverts or not anchor.kind_in("role"):
        return False
    gap = chart.text[organization.end : anchor.start]
    return bool(gap.strip()) and not organization.role and not has_any(gap, _PARTED)


def only_spoken_of(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether what ties somebody to an organization only speaks of it: nobody joined or is a member by these words.

    "accession | talks", "the goals became NATO | membership", "joined the EU | Battlegroups", "| other EU members'
    plans", "the 108th WTO member | to ratify". Refuses nothing that a finite verb tells of the organization itself.
    """
    if not chart.pack.spaced:
        joins = "verb.join" in anchor.classes
        if "mark.attending" in anchor.classes and _goes_on(chart, organization):
            return True
        return _qualifies(chart, anchor) or _became(chart, anchor) or (joins and acts_for_itself(chart, anchor))
    if chart.pack.order == "sov":
        return _sought_late(chart, anchor)
    return (
        _part_of(chart, organization, anchor)
        or _sought(chart, organization, anchor)
        or _in_a_text(chart, anchor)
        or _of_some(chart, anchor)
        or _does_more(chart, organization, anchor)
        or _left_something_else(chart, organization, anchor)
        or is_listed_with_states(chart, organization)
        or _was_once(chart, anchor)
    )


def _sought_late(chart: Chart, anchor: Mention) -> bool:
    """Whether a membership is but what is sought or backed, verbs last: "AB | üyeliğini | desteklemiştir".

    Also one of which no verb behind it says that somebody has it, gets it or leaves it.
    """
    if "noun.membership" not in anchor.classes or any(label.startswith("verb.") for label in anchor.classes):
        return False
    if any(0 <= one.start - anchor.end <= 1 for one in chart.cues("mark.quest")):
        return True
    _, end = chart.clause(anchor.start)
    told = chart.within(chart.cues(*_VERBS_OF_ROLES, "verb.leave", "fact", "role"), anchor.start, end)
    return not told


def _was_once(chart: Chart, anchor: Mention) -> bool:
    """Whether a role is one that somebody had, no day being told: "et | étaient | membres du Conseil"."""
    role = anchor.kind_in("role") != "" and chart.near_cue(anchor, "mark.was", 1)
    return role and not chart.within(chart.dates, *stretch(chart, anchor.start))


def _qualifies(chart: Chart, anchor: Mention) -> bool:
    """Whether a role only says whose something is, nobody being said to hold it: "支持欧盟 | 成员 | 的立场".

    Refuses one whose holder stands right behind: "欧盟成员的克罗地亚".
    """
    if not anchor.kind_in("role") or any(one.startswith("verb.") for one in anchor.classes):
        return False
    start, _ = chart.clause(anchor.start)
    told = chart.within(chart.cues(*_VERBS_OF_ROLES), start, anchor.start)
    owning = chart.pack.after.get(chart.text[anchor.end : anchor.end + 1]) == "of"
    return owning and not told and not any(one.start == anchor.end + 1 for one in chart.parties)


def _goes_on(chart: Chart, organization: Mention) -> bool:
    """Whether words run on behind an organization's name, which is only whose it is: "参加联合国 | 培训项目"."""
    behind = chart.text[organization.end : organization.end + 1]
    joins = behind in chart.pack.joiners or chart.pack.after.get(behind) == "of"
    return bool(behind) and behind.isalpha() and not joins


def _became(chart: Chart, anchor: Mention) -> bool:
    """Whether a "became" has no role beside it: "越南 | 成为 | 中国在东盟的第一大贸易伙伴" joined nothing."""
    start, end = chart.clause(anchor.start)
    roles = chart.within(chart.cues("role", "noun.membership"), start, end)
    return "mark.becoming" in anchor.classes and not anchor.kind_in("role") and not roles


def is_listed_with_states(chart: Chart, organization: Mention) -> bool:
    """Whether an organization is one of a list of members: "…, Poland, Sweden and the | European Commission"."""
    before = [one for one in chart.parties if one.end <= organization.start and not one.deictic]
    states = [one for one in chart.group_of(organization) if one.kind == "party" and one.form != "adjective"]
    if not states and before and joined(chart.text[before[-1].end : organization.start], chart.pack):
        states = chart.group_of(before[-1])
    return organization.role == "" and len(states) > 1


def _part_of(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether an organization's name only says whose part or affair is meant: "UN | agencies", "NATO | Response Force".

    In English a capital right behind it makes the name longer; a chair of its council is the organization's.
    """
    if any(_owned(chart, organization, one) for one in chart.cues("mark.of_body")):
        return True
    gaps = [chart.text[organization.end : one.start] for one in chart.kind("organization")]
    if any(gap.strip() in ("'s", "’s") for gap in gaps):
        return True  # "joined | NATO's | Partnership for Peace"
    if _served(chart, organization, anchor) or _far_behind(chart, organization, anchor):
        return True
    if organization.role == "of" and chart.near_cue(organization, "mark.of_body", 2 * _BESIDE + 1):
        return True
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    if not plain or chart.pack.inverts or chart.pack.genders or anchor.kind_in("role") in ("chair", "council-member"):
        return False
    behind = _WORD.match(chart.text, organization.end)
    if behind is None or not behind.group(1)[0].isupper() or "verb.chair" in anchor.classes:
        return False
    named = {one.start for one in chart.mentions if one.kind != "cue" or one.kind_in("verb")}
    return not any(organization.end < start < behind.end() for start in named)


def _owned(chart: Chart, organization: Mention, affair: Mention) -> bool:
    """Whether an affair stands behind its organization, one adjective between at most: "UN | economic | sanctions"."""
    if affair.start < organization.end:
        return False
    gap = chart.text[organization.end : affair.start]
    small = all(word not in chart.pack.before and word not in chart.pack.joiners for word in gap.split())
    return 0 <= len(gap) <= _ADJECTIVE and len(gap.split()) <= 1 and small and not has_any(gap, CLAUSE_COMMAS + "()")


def _served(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether an organization is the object of an infinitive between: "joined A and sent men | to aid | B"."""
    if anchor.end > organization.start or not chart.pack.infinitives:
        return False
    words = chart.text[anchor.end : organization.start].lower().split()
    while words and words[-1] in chart.pack.skip:
        words.pop()
    done = {chart.text[one.start : one.end].lower() for one in chart.cues("verb.join", "verb.leave", "role")}
    return len(words) > 2 and words[-2] in chart.pack.infinitives and words[-1] not in done


def _far_behind(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a role before an organization is that of something else: "| member state | markets by EU rules".

    Where a marker leads from a role to what it is in, as in English: "a member | of | the UN".
    """
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    if not plain or chart.pack.inverts or chart.pack.genders or not anchor.kind_in("role") or anchor.kind_in("verb"):
        return False
    if anchor.end > organization.start or anchor.kind_in("role") != "member":
        return False
    gap = chart.text[anchor.end : organization.start].lower()
    first = re.match(r"\s([a-z]+)", gap)
    led = (
        first is None or first.group(1) in chart.pack.before or first.group(1) in (*chart.pack.skip, *chart.pack.light)
    )
    return not led and first is not None and first.group(1) not in chart.pack.joiners and gap[:1] == " "


def elected_members(chart: Chart, anchor: Mention) -> bool:
    """Whether members are only called elected: "one of the | elected members | of the Council" was chosen on no day."""
    word = chart.text[anchor.start : anchor.end].lower().split()
    merged = bool(anchor.kind_in("role")) and "verb.elect" in anchor.classes
    behind = any(0 <= one.start - anchor.end <= 1 for one in chart.cues("role.member", "role.council-member"))
    before = chart.text[: anchor.start].lower().split()[-1:]
    bare = "verb.elect" in anchor.classes and len(word) == 1 and bool(before) and before[0] in chart.pack.skip
    bare = bare and not chart.near_cue(anchor, "mark.copula", 1)
    return chart.pack.order == "svo" and chart.pack.spaced and ((merged and len(word) == 2) or (bare and behind))


def _sought(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a joining is a noun or an infinitive beside a word for what is hoped for, talked about, voted on."""
    noun = "noun.membership" in anchor.classes
    if noun and "mark.quest" in anchor.classes:
        return True
    if not noun and not _unfinished(chart, anchor):
        return False
    low, high = sorted((organization, anchor), key=lambda one: one.start)
    for quest in chart.cues("mark.quest"):
        if quest.start >= high.end:
            gap = chart.text[high.end : quest.start]
            if noun and len(gap) <= _BESIDE and not has_any(gap, CLAUSE_COMMAS + SEMICOLONS):
                return True
        elif quest.end <= low.start or low.end <= quest.start < high.start:
            gap = chart.text[quest.end : max(quest.end, low.start)]
            reach = _QUEST_REACH * 2 if chart.pack.inverts and noun else _QUEST_REACH  # "das Ziel … ist die"
            if len(gap) <= reach and not has_any(gap, SEMICOLONS + ","):
                return True
    return False


def _in_a_text(chart: Chart, anchor: Mention) -> bool:
    """Whether a joining is but what a text is about: "das Protokoll | über den Beitritt | Mazedoniens zur NATO"."""
    texts = [one for one in chart.cues("agreement") if one.end <= anchor.start]
    nouns = bool(chart.pack.verbal_nouns) and "noun.membership" in anchor.classes
    words = chart.text[texts[-1].end : anchor.start].lower().split() if texts and nouns else []
    return 0 < len(words) <= _LED_BY and words[0] in chart.pack.about


def _unfinished(chart: Chart, anchor: Mention) -> bool:
    """Whether an anchor is a gerund, or an infinitive behind its marker: "| joining", "to | join"."""
    word = chart.text[anchor.start : anchor.end].lower()
    before = chart.text[: anchor.start].lower().split()[-1:]
    nouns = tuple(one for one in chart.pack.verbal_nouns if " " not in one)
    aimed = bool(before) and before[0] in chart.pack.infinitives
    return aimed or (bool(nouns) and word.split()[0].endswith(nouns))


def _of_some(chart: Chart, anchor: Mention) -> bool:
    """Whether members are spoken of as some or others, nobody by name: "| other EU members' plans"."""
    if anchor.kind_in("role") != "member" or "verb.join" in anchor.classes:
        return False
    start, _ = chart.clause(anchor.start)
    some = [one for one in chart.cues("mark.some") if start <= one.start and one.end <= anchor.start]
    if not some or len(chart.text[some[-1].end : anchor.start].split()) > _BESIDE:
        return False
    being = chart.within(chart.cues("verb.hold"), start, some[-1].start)
    return not being or chart.text[being[-1].end : some[-1].start].strip() != ""


def _left_something_else(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a leaving behind which a comma comes first is of something else: "| leaving | French rule, … the UN"."""
    if "verb.leave" not in anchor.classes or chart.pack.order != "svo" or anchor.end > organization.start:
        return False
    low, high = stretch(chart, anchor.start)
    listed = chart.group_of(organization)[0].start if organization.group >= 0 else organization.start
    return not low <= listed < high


def _does_more(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a member only became the so-manieth to do something: "became the 108th WTO member | to ratify"."""
    if "verb.join" not in anchor.classes or not chart.has("role.member") or organization.start < anchor.end:
        return False
    end = max(
        [organization.end, *(one.end for one in chart.cues("role.member") if 0 <= one.start - organization.end <= 1)]
    )
    if end == organization.end:
        return False
    words = chart.text[end:].lower().split()[:1]
    return bool(words) and words[0] in chart.pack.infinitives


def names_another(chart: Chart, anchor: Mention) -> bool:
    """Whether a name that is not known stands beside a tie: what is joined is no organization spoken of before.

    "joined the | Energy Community", "observer status in the | Eurasian Union"; only where names begin with capitals and
    other words do not.
    """
    if not chart.pack.capitals or chart.pack.genders or chart.pack.order == "sov":
        return False
    low, high = stretch(chart, anchor.start)
    spans = [(one.start, one.end) for one in chart.mentions]
    for word in _CAPITAL.finditer(chart.text, max(low, 1), high):
        if (
            word.group()[0].isupper()
            and word.start() > 1
            and not any(start <= word.start() < end for start, end in spans)
        ):
            return True
    return False


def _of_verb_before(chart: Chart, anchor: Mention, day: Mention) -> bool:
    """Whether a day is the first verb's, another leading the role: "joined A in 1966 | and is | a member of B"."""
    held = [one for one in chart.cues("verb.hold") if day.end <= one.start < anchor.start]
    words = chart.text[day.end : held[0].start].lower().replace(",", " ").split() if held else []
    joined = len(words) == 1 and words[0] in chart.pack.joiners and words[0].isalpha()
    return leads(chart.pack) and bool(held) and joined and not chart.within(chart.dates, anchor.end, len(chart.text))


def dates_another(chart: Chart, organization: Mention, anchor: Mention, day: Mention) -> bool:
    """Whether a date tells of something done besides: "a member of the NAM and | hosted its September 2006 summit".

    Also one that only names an upheaval in another part of the sentence: "a member of it, | after the 1974 revolution".
    """
    if _of_verb_before(chart, anchor, day):
        return True
    if not chart.pack.spaced or chart.pack.order != "svo":
        return False
    low = max(organization.end, anchor.end)
    done = [one for one in chart.cues("verb") if low <= one.start < day.start and not one.classes & _STANDING]
    if done or any(0 <= one.start - day.end <= 1 for one in chart.cues("noun.gathering")):
        return True
    apart = stretch(chart, day.start) != stretch(chart, anchor.start)
    return apart and any(0 <= day.start - one.end <= _AFTER for one in chart.cues("mark.before_verb"))


def of_the_last(chart: Chart, organization: Mention, day: Mention) -> bool:
    """Whether a "since" stands right behind the last of three organizations or more, and this is another of them."""
    group = [one for one in chart.group_of(organization) if one.kind == "organization"]
    behind = len(group) > 2 and 0 <= day.start - group[-1].end <= 1
    return behind and organization is not group[-1] and chart.pack.order == "svo" and chart.pack.spaced


def joined_by_noun(chart: Chart, anchor: Mention) -> list[Mention] | None:
    """Who joins by a noun: right behind it ("el ingreso | de China en la OMC"); nobody for what else joins.

    Nobody, too, where the joining is but what somebody is for or against ("su apoyo | al ingreso de …"). None where
    the noun stands alone, so that its doer is found as a verb's is.
    """
    owner = next(
        (one for one in chart.parties if one.case and one.role == "of" and 0 <= anchor.start - one.end <= _OWNED), None
    )
    if owner is not None and not chart.pack.cases:
        return chart.group_of(owner)
    asked = chart.pack.order == "vso" and chart.within(chart.cues("fact.request"), 0, anchor.start)
    if role_before(chart.text, anchor.start, chart.pack)[0] in ("object", "to") and not asked:
        return []  # «تقدمت جورجيا بطلب | للانضمام»: who asks joins
    begin = max(anchor.start, anchor.end - _MARKER)
    behind = next((one for one in chart.parties if one.start >= anchor.end), None)
    if behind is not None and behind.role == "of" and behind.start - anchor.end <= _MARKER:
        return chart.group_of(behind)
    word = re.compile(r"[^\W\d_]+").match(chart.text, anchor.end + 1)
    last = re.split(r"\W+", chart.text[begin : anchor.end])[-1].lower()
    of = chart.pack.before.get(last) == "of" or (word and chart.pack.before.get(word.group().lower()) == "of")
    named = any(0 < one.start - anchor.end <= _MARKER for one in (*chart.kind("organization"), *chart.actors))
    return [] if of and not named else None
