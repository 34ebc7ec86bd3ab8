"""What a document has spoken of: the two in question, the last date and place, whose text it is.

In: the sentences before, headings, the title. Out: the discourse, and what words of pointing stand for.
Never: a claim. Read first: `discourse.py`, then `deixis.py`.
"""
