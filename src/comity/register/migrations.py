"""How an older register file becomes one of this version: one small step a version, none ever edited after release.

A new register is made from `schema.py` as it stands. An older one takes each later step in turn, in one transaction,
after a copy of the file has been put beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect, select, text

from comity.errors import RegisterError
from comity.register.schema import SCHEMA, meta

FORMAT = "comity register"
VERSION = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """The statements that bring a register from the version before to ``version``; what they are for, in words."""

    version: int
    purpose: str
    statements: tuple[str, ...]


# a constraint cannot be changed in SQLite, nor a column added that must not be empty: such a table is made anew
MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        version=2,
        purpose="judgements and what became of them; rows without a party have a history too",
        statements=(
            "CREATE TABLE judgements (id VARCHAR NOT NULL PRIMARY KEY, verdict VARCHAR NOT NULL, body TEXT NOT NULL,"
            " recorded INTEGER NOT NULL REFERENCES runs (id))",
            "CREATE TABLE rulings (judgement VARCHAR NOT NULL PRIMARY KEY REFERENCES judgements (id),"
            " state VARCHAR NOT NULL, body TEXT NOT NULL)",
            "CREATE TABLE rows_2 (claim VARCHAR NOT NULL PRIMARY KEY REFERENCES claims (id), known VARCHAR NOT NULL,"
            " settled VARCHAR, body TEXT NOT NULL, recorded INTEGER NOT NULL REFERENCES runs (id))",
            "INSERT INTO rows_2 SELECT claim, known, settled, body, (SELECT max(id) FROM runs) FROM missing_rows",
            "DROP TABLE missing_rows",
            "ALTER TABLE rows_2 RENAME TO missing_rows",
            "CREATE TABLE past_2 (kind VARCHAR NOT NULL, id VARCHAR NOT NULL,"
            " recorded INTEGER NOT NULL REFERENCES runs (id), retired INTEGER NOT NULL REFERENCES runs (id),"
            " body TEXT NOT NULL, PRIMARY KEY (kind, id, recorded, retired),"
            " CHECK (kind IN ('document', 'claim', 'fact', 'missing')))",
            "INSERT INTO past_2 SELECT kind, id, recorded, retired, body FROM past",
            "DROP TABLE past",
            "ALTER TABLE past_2 RENAME TO past",
        ),
    ),
    Migration(
        version=3,
        purpose="what a change touches is found: where claims are used, what copies are known by, what facts bear on",
        statements=(
            "ALTER TABLE documents ADD COLUMN origin TEXT",
            "ALTER TABLE documents ADD COLUMN touched BOOLEAN NOT NULL DEFAULT true",
            "CREATE INDEX documents_touched ON documents (touched)",
            "CREATE INDEX documents_current ON documents (current)",
            "ALTER TABLE claims ADD COLUMN start INTEGER",
            "ALTER TABLE claims ADD COLUMN quote BIGINT",
            "ALTER TABLE claims ADD COLUMN lost BOOLEAN",
            "ALTER TABLE claims ADD COLUMN touched BOOLEAN NOT NULL DEFAULT true",
            "ALTER TABLE claims ADD COLUMN cell TEXT",
            "ALTER TABLE claims ADD COLUMN pair TEXT",
            "ALTER TABLE claims ADD COLUMN seat TEXT",
            "CREATE INDEX claims_by_place ON claims (document, start)",
            "CREATE INDEX claims_by_cell ON claims (cell)",
            "CREATE INDEX claims_by_pair ON claims (pair)",
            "CREATE INDEX claims_by_quote ON claims (quote)",
            "CREATE INDEX claims_lost ON claims (lost)",
            "CREATE INDEX claims_touched ON claims (touched)",
            "ALTER TABLE facts ADD COLUMN cell TEXT",
            "ALTER TABLE facts ADD COLUMN pair TEXT",
            "CREATE INDEX facts_by_cell ON facts (cell)",
            "CREATE INDEX facts_by_pair ON facts (pair)",
            "CREATE TABLE sketches (document VARCHAR NOT NULL REFERENCES documents (id) ON DELETE CASCADE,"
            ' start INTEGER NOT NULL, "end" INTEGER NOT NULL, pieces TEXT NOT NULL, PRIMARY KEY (document, start))',
            "CREATE TABLE sketch_keys (key BIGINT NOT NULL,"
            " document VARCHAR NOT NULL REFERENCES documents (id) ON DELETE CASCADE, start INTEGER NOT NULL,"
            " PRIMARY KEY (key, document, start))",
            "CREATE INDEX ix_sketch_keys_document ON sketch_keys (document)",
            'CREATE TABLE voices (document VARCHAR NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,'
            " first VARCHAR NOT NULL, first_start INTEGER NOT NULL, PRIMARY KEY (document, start))",
            "CREATE INDEX voices_by_first ON voices (first, first_start)",
            "DELETE FROM issues WHERE stage = 'reconcile'",
            "UPDATE meta SET value = '' WHERE key = 'facts'",
        ),
    ),
)


def read_version(connection: Connection, place: str) -> int:
    """The schema version of this register, 0 where the place is empty; refuses a file that is something else."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return 0
    if meta.name not in names:
        raise RegisterError(f"{place} is a database, but not a comity register: name another file with --register")
    kept = {row.key: row.value for row in connection.execute(select(meta.c.key, meta.c.value))}
    if kept.get("format") != FORMAT or not kept.get("schema", "").isdigit():
        raise RegisterError(f"{place} is a database, but not a comity register: name another file with --register")
    return int(kept["schema"])


def check_version(found: int, place: str) -> None:
    """Refuses a register that a newer comity wrote: what this one does not know, it would damage."""
    if found > VERSION:
        raise RegisterError(
            f"{place} was written by a newer comity (its schema is {found}, this comity knows {VERSION}): "
            "upgrade with `pip install --upgrade comity`"
        )


def create_schema(engine: Engine) -> None:
    """An empty register, whole or not at all."""
    with engine.begin() as connection:
        SCHEMA.create_all(connection)
        connection.execute(
            meta.insert(), [{"key": "format", "value": FORMAT}, {"key": "schema", "value": str(VERSION)}]
        )


def migrate(engine: Engine, found: int) -> None:
    """The register brought up from version ``found``; all steps in one transaction, so that none is half done."""
    with engine.begin() as connection:
        for step in MIGRATIONS:
            if step.version > found:
                for statement in step.statements:
                    connection.execute(text(statement))
                connection.execute(meta.update().where(meta.c.key == "schema").values(value=str(step.version)))
