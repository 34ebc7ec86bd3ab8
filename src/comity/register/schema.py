"""What is kept, table by table: the schema as it is now (how older files get here: `migrations.py`).

Records are kept whole, as JSON in ``body``; the columns beside it are what is asked by. Days are proleptic Gregorian
ordinals, empty where a date is open or unknown. ``recorded`` is the run that wrote the row: recorded time, beside the
valid time in the record itself. What is replaced or pruned moves to ``past``, so that "as known on" can be answered.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

SCHEMA = MetaData()

meta = Table("meta", SCHEMA, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

runs = Table(
    "runs",
    SCHEMA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("version", String, nullable=False),
)

# ``origin`` is what facts ask of the document; one is ``touched`` whose sketches are not heard in ``voices`` yet
documents = Table(
    "documents",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("place", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("language", String, nullable=False),
    Column("date", String),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("engine", String, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
    Column("origin", Text),
    Column("touched", Boolean, nullable=False),
    Index("documents_touched", "touched"),
    Index("documents_current", "current"),
)

# what copies are known by: the hashes of a document (``start`` -1) or passage, and the keys under which it is found
sketches = Table(
    "sketches",
    SCHEMA,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("pieces", Text, nullable=False),
    PrimaryKeyConstraint("document", "start"),
)

sketch_keys = Table(
    "sketch_keys",
    SCHEMA,
    Column("key", BigInteger, nullable=False),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    PrimaryKeyConstraint("key", "document", "start"),
)

# whose copy each sketch is that has copies: the first of its voice
voices = Table(
    "voices",
    SCHEMA,
    Column("document", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("first", String, nullable=False),
    Column("first_start", Integer, nullable=False),
    PrimaryKeyConstraint("document", "start"),
    Index("voices_by_first", "first", "first_start"),
)

# ``owner`` is the document's id, the place of a file that gave no document, or what reconciliation checked
# (``pair KAZ,TUR``, ``total KAZ``)
issues = Table(
    "issues",
    SCHEMA,
    Column("stage", String, nullable=False),
    Column("owner", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("code", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("place", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    PrimaryKeyConstraint("stage", "owner", "position"),
    CheckConstraint("stage IN ('load', 'read', 'reconcile')"),
)

# what a document no longer says stays, not ``current``, until the facts that rest on it are rewritten; so does a
# document that was pruned. ``touched`` are those that facts do not follow yet; ``cell``, ``pair`` and ``seat`` say
# where facts use the others; ``quote`` is the checksum of the words by which a judgement knows one again; ``lost`` have
# a party missing
claims = Table(
    "claims",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("current", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
    Column("start", Integer),
    Column("quote", BigInteger),
    Column("lost", Boolean),
    Column("touched", Boolean, nullable=False),
    Column("cell", Text),
    Column("pair", Text),
    Column("seat", Text),
    Index("claims_by_document", "document", "position"),
    Index("claims_by_place", "document", "start"),
    Index("claims_by_cell", "cell"),
    Index("claims_by_pair", "pair"),
    Index("claims_by_quote", "quote"),
    Index("claims_lost", "lost"),
    Index("claims_touched", "touched"),
    Index("claims_by_type", "type", "first_day", "last_day"),
)

claim_parties = Table(
    "claim_parties",
    SCHEMA,
    Column("party", String, nullable=False),
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("party", "claim"),
)

# everything has a source: a fact names a claim that is there, or the inference it follows from
facts = Table(
    "facts",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("standing", String, nullable=False),
    Column("modality", String, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("claim", ForeignKey("claims.id")),
    Column("inference", Text),
    Column("body", Text, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
    Column("cell", Text),
    Column("pair", Text),
    CheckConstraint("claim IS NOT NULL OR (inference IS NOT NULL AND inference <> '')", name="everything_has_a_source"),
    Index("facts_by_type", "type", "first_day", "last_day"),
    Index("facts_by_standing", "standing"),
    Index("facts_by_claim", "claim"),
    Index("facts_by_cell", "cell"),
    Index("facts_by_pair", "pair"),
)

fact_parties = Table(
    "fact_parties",
    SCHEMA,
    Column("party", String, nullable=False),
    Column("fact", ForeignKey("facts.id", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("party", "fact"),
)

fact_claims = Table(
    "fact_claims",
    SCHEMA,
    Column("fact", ForeignKey("facts.id", ondelete="CASCADE"), nullable=False),
    Column("claim", ForeignKey("claims.id"), nullable=False, index=True),
    PrimaryKeyConstraint("fact", "claim"),
)

missing_rows = Table(
    "missing_rows",
    SCHEMA,
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("known", String, nullable=False),
    Column("settled", String),
    Column("body", Text, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
)

# persons' decisions are only ever added: one that is taken back is taken back by another
judgements = Table(
    "judgements",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
)

# what became of each when the facts were made
rulings = Table(
    "rulings",
    SCHEMA,
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    Column("state", String, nullable=False),
    Column("body", Text, nullable=False),
)

# the recorded past: ``kind`` is document, claim, fact or missing (a row without a party); it stood from the run
# ``recorded`` until the run ``retired``
past = Table(
    "past",
    SCHEMA,
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("recorded", ForeignKey("runs.id"), nullable=False),
    Column("retired", ForeignKey("runs.id"), nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("kind", "id", "recorded", "retired"),
    CheckConstraint("kind IN ('document', 'claim', 'fact', 'missing')"),
)
