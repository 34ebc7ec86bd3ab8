"""What a document has spoken of so far: the two in question, the last date, the last place, the people."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from comity.claims.context.found import NONE, NOTHING, Found, Spoken
from comity.claims.context.posting import Posting
from comity.claims.people.memory import DealMemory, MoneyMemory, PersonMemory, PostMemory
from comity.claims.sentences.draft import Told
from comity.claims.sentences.mention import Mention
from comity.model.document import Document
from comity.model.roles import Agreement, Appointment, Body
from comity.model.selector import Selector
from comity.model.when import When
from comity.packs.sections import Homograph

__all__ = ["Discourse", "Found", "Spoken"]

_RECENT, _USUAL, _FEW = 2, 2, 3
_GUESSED = "parties the first paragraph"


@dataclass(slots=True, kw_only=True)
class Discourse:
    """The running state of one document, moved forward sentence by sentence; ``row``: whose row's notes are read."""

    document: Document
    persons: PersonMemory = field(default_factory=PersonMemory)
    topic: Spoken | None = None
    heading: Spoken | None = None
    subject: Spoken | None = None
    pair: Spoken | None = None
    coupled: Spoken | None = None
    aside: Spoken | None = None
    strangers: Spoken = NOTHING
    opened: int = 0
    pairs: dict[frozenset[str], Spoken] = field(default_factory=dict)
    date: Spoken | None = None
    earlier: Spoken | None = None  # the last date of the paragraph before, where all its dates are of one year
    years: set[str] = field(default_factory=set)  # those of this paragraph's dates
    episode: Spoken | None = None
    trip: Spoken | None = None
    ensemble: Spoken | None = None
    known: set[str] = field(default_factory=set)
    several: Spoken | None = None
    sentence: int = 0
    landmark_at: int = -9
    city: Mention | None = None
    city_at: int = -9
    missions: dict[frozenset[str], Found] = field(default_factory=dict)
    agreement: Agreement | None = None
    agreement_at: int = -9
    agreement_place: Selector | None = None
    recognised: tuple[str, ...] = ()
    recognised_at: int = -9
    organization: Mention | None = None
    organization_at: int = -9
    bodies: dict[str, Mention] = field(default_factory=dict)
    headed: Mention | None = None
    region_at: int = -9
    body: Body | None = None
    body_at: int = -9
    body_place: Selector | None = None
    money: MoneyMemory = field(default_factory=MoneyMemory)
    row: tuple[str, ...] | None = None
    home: str = ""
    parted: bool = False  # the two of the title stand in two statements of it: "A访问B，C结束D之行"
    home_shown: bool = False
    home_letters: frozenset[str] = frozenset()
    cities_meant: tuple[Homograph, ...] = ()
    theme: str = ""
    titled: tuple[str, ...] = ()
    visitor: Mention | None = None
    visitor_at: int = -9
    posts: PostMemory = field(default_factory=PostMemory)
    deals: DealMemory = field(default_factory=DealMemory)
    related: tuple[Found, ...] = ()
    related_at: int = -9
    told: tuple[Told, ...] = ()
    told_at: int = -9
    who: Mention | None = None
    who_at: int = -9
    people: tuple[Mention, ...] = ()
    posting: Found = NONE
    ended: Spoken | None = None
    posting_kind: str = ""
    posting_person: str = ""
    posting_at: int = -9
    headed_posting: Posting | None = None
    guide: bool = False  # the page of one state's offices on its relations with another
    unnamed: Appointment | None = None
    unnamed_at: int = -9
    ceremony: Spoken | None = None
    naming: Spoken | None = None
    scene: Spoken | None = None  # the state in which the report was written

    @property
    def published(self) -> When | None:
        """The document's own date."""
        return self.document.date.value if self.document.date else None

    def published_context(self) -> tuple[Selector, ...]:
        """Where the document's own date stands, as context."""
        found = self.document.date
        if found is None or found.start is None or found.end is None:
            return ()
        return (Selector.of(self.document.source.text, found.start, found.end),)

    def the_pair(self, loose: bool = False, settled: bool = False) -> Spoken | None:
        """The two in question: the heading's party with the topic's, the topic's two, else the last two spoken of.

        ``loose``: also two that were spoken of one after the other, as "both countries" may mean them. ``settled``:
        not two that were only spoken of last, where several others were named: a stranger may be anybody's.
        """
        if self.row is not None and len(self.row) < _USUAL:
            return self.pair if self._recent(self.pair) and (loose or not (self.pair and self.pair.loose)) else None
        if self.heading is not None:
            if len(self.heading.ids) == 2:
                return self.heading
            if len(self.heading.ids) == 1 and self.topic is not None:
                others = [one for one in self.topic.ids if one not in self.heading.ids]
                if len(others) == 1:
                    return Spoken(ids=(others[0], self.heading.ids[0]), place=self.heading.place)
        if self.topic is not None and len(self.topic.ids) == 2:
            return self._told_last() or self.topic
        wavering = settled and len(self.known) > _FEW
        if self.pair and self._recent(self.pair) and (loose or not self.pair.loose) and not wavering:
            return self.pair
        return self._usual_pair()

    def is_guessed(self) -> bool:
        """Whether the document's topic is but who its first lines name, and several others were told of since."""
        topic = self.document.topic
        return topic is not None and topic.how.startswith(_GUESSED) and len(self.known) > _FEW

    def _told_last(self) -> Spoken | None:
        """Two that the sentence before told of, where the document's two were but guessed: news in brief."""
        last = self.pair
        sure = self.topic is None or not (self.is_topic_guessed() or self.parted)
        if sure or last is None or last.loose or self.sentence - last.at > 1 or len(last.ids) != _USUAL:
            return None
        shared = bool(set(last.ids) & set(self.topic.ids)) if self.topic is not None else False
        return last if shared == self.parted else None

    def is_topic_guessed(self) -> bool:
        """Whether whom the document is about was but guessed from its first lines."""
        topic = self.document.topic
        same = topic is not None and self.topic is not None and self.topic.ids == topic.value
        return same and topic is not None and topic.how.startswith(_GUESSED)

    def strayed(self) -> bool:
        """Whether the one topic was but guessed from the first lines, and the last sentence was about somebody else."""
        topic = self.topic
        other = self.subject is not None and topic is not None and not set(self.subject.ids) & set(topic.ids)
        return self.is_topic_guessed() and other

    def _usual_pair(self) -> Spoken | None:
        """The pair with the document's one topic that it speaks of twice or more, far above others: its partner.

        Where none is said, the state at home in the document's language, once it was named: a ministry's country page.
        """
        topic = self.topic.ids if self.topic is not None else ()
        pairs = [one for one in self.pairs.values() if len(topic) == 1 and topic[0] in one.ids]
        told = sorted(pairs, key=lambda one: -one.at)
        if told and told[0].at >= _USUAL and (len(told) == 1 or told[0].at > _USUAL * told[1].at):
            return told[0]
        if len(topic) != 1 or self.home in ("", topic[0]) or not (self.home in self.known or self.home_shown):
            return None
        if pairs and frozenset((self.home, topic[0])) not in self.pairs:
            return None
        return Spoken(ids=(self.home, topic[0]), place=self.topic.place if self.topic is not None else None)

    def _recent(self, spoken: Spoken | None) -> bool:
        """Whether it was spoken of in one of the last sentences of this section."""
        return spoken is not None and self.sentence - spoken.at <= _RECENT

    def is_about(self, ids: tuple[str, ...]) -> bool:
        """Whether the document or the heading over the sentence is about all of these parties."""
        spoken = [*(self.topic.ids if self.topic is not None else ()), *(self.heading.ids if self.heading else ())]
        return set(ids) <= set(spoken)

    def speaker(self) -> Spoken | None:
        """Whose "our" it is: the state at home, where the text shows it or is about it, else its one party."""
        topic = self.topic if self.topic is not None and len(self.topic.ids) == 1 else None
        about = self.topic is None or self.home in self.topic.ids
        if self.home and (self.home_shown or about or (topic is not None and self.home in self.known)):
            return Spoken(ids=(self.home,))
        return topic

    def other_than(self, party: str, settled: bool = False) -> Spoken | None:
        """The other of the two in question: of those the sentence right before told of, where these are two others.

        On a page about Nepal and the United States, after "With China they were established in 1955", whoever "visited
        Kathmandu" is China's.
        """
        usual = self.the_pair(settled=settled)
        pair = self.aside if self.aside is not None and self.sentence - self.aside.at <= 1 else usual
        if pair is not None and party not in pair.ids:
            pair = usual
        if pair is None or party not in pair.ids:
            return None
        return Spoken(ids=tuple(one for one in pair.ids if one != party), place=pair.place)

    def at_home(self, home: str, other: str) -> Found:
        """The state whose offices a text names without a state, as far as it is not about others alone."""
        home = self.home if self.home_shown else home
        topic = self.topic.ids if self.topic is not None else ()
        own = not topic or home in topic or topic == (other,) or (self.home_shown and len(topic) > 2 and other in topic)
        return Found(ids=(home,)) if home and home != other and own else Found()

    def the_one(self) -> Spoken | None:
        """The single party that "it" or "the country" means: the last subject, else the topic where it is one."""
        if self.subject is not None and self._recent(self.subject):
            return self.subject
        if self.heading is not None and len(self.heading.ids) == 1:
            return self.heading
        return self.topic if self.topic is not None and len(self.topic.ids) == 1 else None

    def other_one(self, party: str) -> Spoken | None:
        """The single party that "it" means beside one just named: the last subject, else the topic, never the named."""
        spoken = (self.the_one(), self.topic)
        return next((one for one in spoken if one is not None and len(one.ids) == 1 and party not in one.ids), None)

    def recent_agreement(self) -> Agreement | None:
        """The agreement that the last sentences told of, for "it entered into force"."""
        return self.agreement if self.sentence - self.agreement_at <= _RECENT else None

    def recent_body(self) -> Body | None:
        """The joint body that the last sentences told of, for "the eighth session is planned"."""
        return self.body if self.sentence - self.body_at <= _RECENT else None

    def body_context(self) -> tuple[Selector, ...]:
        """Where that body was told of."""
        return (self.body_place,) if self.body_place else ()

    def put_relations(self, pairs: tuple[Found, ...]) -> None:
        """Remember whose relations are being told of."""
        if pairs:
            self.related, self.related_at = pairs, self.sentence

    def recent_relations(self) -> tuple[Found, ...]:
        """The pairs whose relations this sentence or the one before told of, for "they were resumed"."""
        alone = self.topic is not None and [set(one.ids) for one in self.related] == [set(self.topic.ids)]
        return self.related if self.sentence - self.related_at <= (_RECENT if alone else 1) else ()

    def put_ended(self, ids: tuple[str, ...], when: When | None, place: Selector) -> None:
        """Remember which state was told to have ended, and when, for "its successors"."""
        self.ended = Spoken(ids=ids, when=when, place=place, at=self.sentence)

    def recent_posting(self) -> str:
        """The kind of the post that one of the last sentences told of, for "his predecessor"; "" where none did."""
        return self.posting_kind if self.sentence - self.posting_at <= _RECENT else ""

    def recent_ceremony(self) -> Spoken | None:
        """Who received credentials as the last sentences tell, and when: for "they are the ambassadors of …"."""
        return self.ceremony if self._lasts(self.ceremony) else None

    def recent_roll(self) -> tuple[str, Spoken] | None:
        """What the last sentences tell of several envoys: that one received their credentials, or named them."""
        told = [("credentials", self.ceremony), ("appointed", self.naming)]
        kept = [(event, one) for event, one in told if one is not None and self._lasts(one)]
        return max(kept, key=lambda roll: roll[1].at) if kept else None

    def _lasts(self, one: Spoken | None) -> bool:
        here = one is not None and self.opened <= one.at and self.sentence - one.at <= 4
        return (here or self._recent(one)) and not (one and one.loose)

    def is_in_question(self, party: str) -> bool:
        """Whether the document or its heading is about this party, or it is one of the two spoken of."""
        pair = self.the_pair()
        return self.is_about((party,)) or (pair is not None and party in pair.ids)

    def put_told(self, told: tuple[Told, ...]) -> None:
        """Remember what a sentence told, for "France followed"."""
        if told:
            self.told, self.told_at = told, self.sentence

    def told_before(self) -> tuple[Told, ...]:
        """What the sentence right before told."""
        return self.told if self.sentence - self.told_at <= 1 else ()

    def recent_person(self) -> Mention | None:
        """Who led the sentence before, for "he" and "she"."""
        return self.who if self.sentence - self.who_at <= 1 else None

    def is_open(self, ahead: int = 0) -> bool:
        """Whether this sentence, or one ``ahead``, may take up by a pronoun alone what was just told of."""
        at = self.sentence + ahead
        recent = at - self.agreement_at <= _RECENT or at - self.related_at <= _RECENT or at - self.who_at <= 1
        return recent or at - self.body_at <= _RECENT or self.posts.is_open(at)

    def knows_anybody(self) -> bool:
        """Whether anybody was spoken of whom a sentence without a name could mean."""
        spoken = (self.topic, self.heading, self.pair, self.subject, self.organization, self.headed)
        named = self.titled or self.home or self.known or self.related or self.told or self.posting.ids or self.headed
        return any(spoken) or bool(
            named or self.city or self.visitor or len(self.persons) or (self.who and self.who.ids)
        )

    def recent_city(self) -> Mention | None:
        """The city named last in this section's last sentences, for "there"."""
        return self.city if self.sentence - self.city_at <= _RECENT else None

    def city_just_told(self) -> Mention | None:
        """The city named last in this sentence or the one before, for "there"."""
        return self.city if self.sentence - self.city_at <= 1 else None

    def recent_several(self) -> Spoken | None:
        """The three or more that were named together in one of the last sentences."""
        return self.several if self.several is not None and self.sentence - self.several.at <= _RECENT + 1 else None

    def recent_organization(self) -> Mention | None:
        """The organization spoken of in one of the last sentences, else the one that the heading names alone."""
        return self.organization if self.sentence - self.organization_at <= _RECENT else self.headed

    def body_named(self, stem: str) -> Mention | None:
        """The organization named last by a name with a word that begins so, for "the Union"."""
        return self.bodies.get(stem)

    def coming_trip(self) -> Spoken | None:
        """The dated visit that one of the last sentences announced, for "during the visit … will be signed"."""
        return self.trip if self.trip is not None and self.sentence - self.trip.at <= 2 * _RECENT else None

    def recent_visitor(self) -> Mention | None:
        """Who the last sentences told is on a visit, for "she met President …"."""
        return self.visitor if self.sentence - self.visitor_at <= _RECENT else None

    def recent_host(self) -> Spoken | None:
        """Where the visitor of the last sentences is a guest, for "the emir will receive him"."""
        guest = self.recent_visitor()
        if guest is None or self.pair is None or not self._recent(self.pair) or guest.ids[0] not in self.pair.ids:
            return None
        return Spoken(ids=tuple(one for one in self.pair.ids if one not in guest.ids), place=self.pair.place)

    def telling_landmarks(self) -> bool:
        """Whether the last sentences told of things dedicated to another country."""
        return self.sentence - self.landmark_at <= _RECENT

    def see_parties(self, ids: tuple[str, ...], place: Selector) -> None:
        """Remember that these parties were just spoken of: two are a pair, one joins the one spoken of before."""
        if len(ids) == 1 and self.pair is not None and self._recent(self.pair) and ids[0] in self.pair.ids:
            self.pair = replace(self.pair, at=self.sentence)
        elif len(ids) == 2:
            key = frozenset(ids)
            before = self.pairs.get(key)
            self.pairs[key] = Spoken(ids=ids, place=place, at=before.at + 1 if before else 1)
            self.pair = Spoken(ids=ids, place=place, at=self.sentence)
        elif len(ids) == 1 and self.subject is not None and self._recent(self.subject) and self.subject.ids != ids:
            self.pair = Spoken(ids=(*self.subject.ids, *ids), place=place, at=self.sentence, loose=True)
