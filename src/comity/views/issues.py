"""What could not be read, or cannot be, as a work list: by code, the gravest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from comity.model.issue import Issue, Severity
from comity.model.roles import JSON
from comity.views.reads import Reads

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """All issues of one code: how grave, how many, and each of them."""

    code: str
    severity: Severity
    issues: tuple[Issue, ...]

    def to_json(self) -> dict[str, JSON]:
        """The item with its issues."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "count": len(self.issues),
            "issues": [issue_json(issue) for issue in self.issues],
        }


def issue_json(issue: Issue) -> dict[str, JSON]:
    """The issue as one flat object."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "place": issue.place,
        "start": issue.start,
        "end": issue.end,
        "message": issue.message,
    }


def work_list(register: Reads, *, place: str | None = None) -> tuple[WorkItem, ...]:
    """The issues, of one document if it is given, together by code: errors first, then what happens most often."""
    found: defaultdict[tuple[Severity, str], list[Issue]] = defaultdict(list)
    for issue in register.iter_issues(place=place):
        found[(issue.severity, issue.code)].append(issue)
    items = [WorkItem(code=key[1], severity=key[0], issues=tuple(issues)) for key, issues in found.items()]
    return tuple(sorted(items, key=lambda item: (ORDER.index(item.severity), -len(item.issues), item.code)))
