"""Facts → what is read: dossiers, answers as of a day, why a fact stands, conflicts, rows, sentences.

In: the reading side of a register. Out: frozen records with `to_json`, and text for a terminal.
Never: SQL, a choice between claims (that is `facts`), a word of any language (they are data).
Read first: `reads.py`, then `dossier.py`.
"""
