"""Why a body that is named beside a role or a verb is none that somebody belongs to, joins or leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import role_after, takes_object

TYING = ("verb.leave", "verb.elect", "verb.join", "verb.chair")
_NAMED = re.compile(r" ?((?:[^\W\d_]{2,4} )?)(?=[^\W\d_a-z])")
_BESIDE = 10
_OWNS = 3
_RIGHT_BEHIND = 1
_COUNT = 14
_ARTICLE = 4


def only_former(chart: Chart, role: Mention) -> bool:
    """Whether a role is one that somebody had, where verbs come last: "Konsey'in | eski | üyelerindendir"."""
    ceased = [one for one in chart.cues("fact.cease") if 0 <= role.start - one.end <= _RIGHT_BEHIND]
    return chart.pack.order == "sov" and role.kind_in("role") != "" and bool(ceased)


def leads_another(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether what is chaired is named behind the verb and is none that is known: "preside | la Asociación de X"."""
    if "verb.chair" not in anchor.classes or organization.start > anchor.start or not chart.pack.capitals:
        return False
    day = chart.day_behind(anchor.end, _OWNS)
    named = _NAMED.match(chart.text, day.end if day is not None else anchor.end)
    words = named.group(1).lower().split() if named is not None else ["-"]
    return chart.pack.order == "svo" and named is not None and all(word in chart.pack.skip for word in words)


def joins_a_text(chart: Chart, anchor: Mention, organization: Mention) -> bool:
    """Whether what is joined is a text, the organization standing farther on: "acceded to | the Treaty … of ASEAN"."""
    if chart.pack.order != "svo" or "verb.join" not in anchor.classes:
        return False
    texts = [one for one in chart.cues("agreement") if 0 < one.start - anchor.end <= _BESIDE]
    return bool(texts) and texts[0].end <= organization.start


def leaves_a_place(chart: Chart, anchor: Mention, organization: Mention) -> bool:
    """Whether what is left is a country, the organization standing farther on: "a quitté | le pays | pour le G7"."""
    owned = [one for one in chart.parties if one.case == "gen" and 0 < one.start - anchor.end <= 1]
    if "verb.leave" in anchor.classes and owned and chart.pack.inverts:
        return True  # "zum Verlassen | Österreichs | aufgefordert"
    if chart.pack.order != "svo" or "verb.leave" not in anchor.classes or organization.start < anchor.end:
        return False
    places = [*chart.parties, *chart.kind("city"), *chart.cues("deixis.it", "noun.gathering")]
    if chart.pack.inverts:  # "Am 4. Mai tritt | Ghana | aus der Union aus": who leaves
        places = [one for one in places if not (one.kind == "party" and 0 < one.start - anchor.end <= 1)]
    if leads(chart.pack) and is_verbal_noun(chart, anchor):  # "le retrait | du Mali et du Niger | de la CEDEAO"
        first = [one for one in chart.parties if 0 < one.start - anchor.end <= _ARTICLE]
        leavers = [one for one in first[:1] for one in chart.group_of(one)]
        places = [one for one in places if one not in leavers]
    return bool(chart.within(places, anchor.end, organization.start))


def chairs_another(chart: Chart, anchor: Mention, organization: Mention) -> bool:
    """Whether what is chaired is named behind the verb: "a member of the UN since 1945, it chairs | a committee"."""
    if chart.pack.order != "svo" or "verb.chair" not in anchor.classes or anchor.start < organization.end:
        return False
    bodies = [one for one in chart.cues("body", "noun.institution") if one.start >= anchor.end]
    near = any(one.start - anchor.end <= _BESIDE for one in bodies)
    return near or takes_object(chart.text, anchor.end, chart.pack, [(one.start, one.end) for one in chart.dates])


def stood_elsewhere(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a candidacy is for another body, right behind it: "in the UN, A backed B's bid | for the Council"."""
    if "role.candidate" not in anchor.classes or organization.role in ("to", "object", "for"):
        return False
    others = [one for one in chart.kind("organization") if one is not organization and one.start >= anchor.end]
    return any(one.role in ("to", "object", "for") for one in others)


def only_counted(chart: Chart, anchor: Mention) -> bool:
    """Whether members are but counted, nobody being said to be one: "| 11 EU member states | had an embassy"."""
    if anchor.kind_in("role") != "member" or "verb.hold" in anchor.classes:
        return False
    numbers = [one for one in chart.kind("quantity") if one.quantity and one.quantity.unit == "count"]
    if not chart.pack.spaced:  # "180个 | 联合国 | 会员国"
        named = [one for one in chart.kind("organization") if one.end == anchor.start]
        return any(0 <= body.start - one.end <= _RIGHT_BEHIND for body in named for one in numbers)
    counted = any(0 <= anchor.start - one.end <= _COUNT for one in numbers if one.quantity and not one.quantity.ordinal)
    start, _ = chart.clause(anchor.start)
    verbs = (*chart.cues("verb.hold", *TYING), *chart.cues("fact.among"))
    return counted and not chart.within([one for one in verbs if one is not anchor], start, anchor.start)


def only_aimed_at(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a joining is but what talks are about: "加入北约 | 的谈判", "入会 | 谈判"."""
    ends = (organization.end, anchor.end)
    aims = [one for one in chart.cues("mark.after_verb", "verb.negotiate") if one.start in ends]
    return (
        not chart.pack.spaced
        and "verb.join" in anchor.classes
        and any("verb.negotiate" in one.classes or chart.text[one.start] in chart.pack.owning for one in aims)
    )


def in_title(chart: Chart, anchor: Mention) -> bool:
    """Whether a tie only says what a text is about, where titles end so: "мүше болу | туралы меморандум"."""
    behind = chart.text[anchor.end :].split(maxsplit=1)[:1]
    return chart.pack.order == "sov" and bool(behind) and behind[0].strip(" ,.").lower() in chart.pack.about


def only_named(chart: Chart, organization: Mention) -> bool:
    """Whether the organization is but the place of a gathering, or another name of the one before it."""
    for one in chart.cues("noun.gathering"):
        if one.distance(organization) <= _BESIDE and not has_any(chart.between(one, organization), CLAUSE_COMMAS):
            return True
    owned = [one for one in chart.kind("organization") if 0 < one.start - organization.end <= _OWNS]
    if organization.role == "of" and owned and role_after(chart.text, organization.end, chart.pack)[0] == "of":
        return True
    if _only_says_which(chart, organization):
        return True
    return any(0 <= organization.start - one.end <= _BESIDE for one in chart.cues("mark.alias"))


def _only_says_which(chart: Chart, organization: Mention) -> bool:
    """Whether an organization tells which states are meant, or is a member: "the first | Commonwealth | country".

    "| CARICOM's | membership in the Forum": whose members joined, nobody says.
    """
    if not leads(chart.pack) or chart.pack.adjectives != "before":
        return False
    if organization.case == "gen":
        owned = [one for one in chart.cues("noun.membership") if 0 < one.start - organization.end <= _OWNS]
        return bool(owned) and role_before_next(chart, owned[0]) in ("in", "of")
    return any(one.start - organization.end == 1 for one in chart.cues("mark.state"))


def role_before_next(chart: Chart, one: Mention) -> str:
    """The role that the word right behind a mention gives what follows: "membership | in | the Forum"."""
    behind = chart.text[one.end :].split(maxsplit=1)[:1]
    return chart.pack.before.get(behind[0].lower(), "") if behind else ""


def closed_before(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a participle has told of another body and its noun stands between: "NATO üyesi | olan | Karadağ, AB'ye".

    Where verbs come last, what they tie stands before them.
    """
    word = chart.text[anchor.start : anchor.end].lower()
    participle = bool(chart.pack.participles) and word.endswith(chart.pack.participles)
    if chart.pack.order != "sov" or not participle or anchor.end > organization.start:
        return False
    return any(anchor.end <= one.start and one.end <= organization.start for one in chart.parties)


def has_own_role(chart: Chart, verb: Mention, organization: Mention, roles: Sequence[Mention]) -> bool:
    """Whether a role right before a body is its own, the verb having another: "joined A and is member of | B"."""
    own = [one for one in roles if 0 < organization.start - one.end <= _BESIDE and verb.end <= one.start]
    others = [one for one in chart.kind("organization") if own and verb.end <= one.start and one.end <= own[0].start]
    held = chart.within(chart.cues("verb.hold"), others[-1].end, own[0].start) if others else []
    return leads(chart.pack) and bool(held) and not organization.deictic


def in_a_word(chart: Chart, organization: Mention) -> Mention | None:
    """The role that a hyphen joins to an organization, which is no other's: "das | NATO-Mitglied | Albanien"."""
    if not chart.pack.inverts or chart.text[organization.end : organization.end + 1] != "-":
        return None
    return next((one for one in chart.cues("role") if one.start == organization.end + 1), None)


def part_of_another(chart: Chart, anchor: Mention) -> bool:
    """Whether a verb of being a member takes something else: "fait partie | de la délégation | de l'Union africaine".

    A list of organizations, a day or small words may stand behind the verb.
    """
    if not leads(chart.pack) or not {"verb.hold", "role.member"} <= anchor.classes or chart.pack.adjectives != "after":
        return False
    behind = [one for one in chart.kind("organization") if one.start >= anchor.end]
    if not behind:
        return False
    first = behind[0]
    gap = chart.text[anchor.end : first.start]
    for day in chart.within(chart.dates, anchor.end, first.start):
        gap = gap.replace(chart.text[day.start : day.end], " ")
    words = gap.lower().replace("'", "' ").replace("’", "’ ").split()
    small = chart.pack.before.keys() | chart.pack.skip
    return not all(word in small for word in words)
