"""An address that speaks the OpenAI protocol → something that answers questions; the only file that calls out."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass

from comity.witness import Unanswered

_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, whom, and with what key; ``seconds`` is how long an answer is waited for."""

    url: str
    model: str
    key: str = ""
    seconds: float = 120.0

    def ask(self, instruction: str, text: str) -> str:
        """What the model answers to a text under an instruction; raises `Unanswered` that says what was wrong."""
        messages = [{"role": "system", "content": instruction}, {"role": "user", "content": text}]
        asked = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "seed": 1,
            "response_format": {"type": "json_object"},
        }
        request = urllib.request.Request(
            f"{self.url.rstrip('/')}/chat/completions",
            data=json.dumps(asked).encode(),
            headers={"Content-Type": "application/json", **self._authority()},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as answer:
                body = answer.read(_MOST_BYTES + 1)
        except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as fault:
            raise Unanswered(f"{self.url}: {fault}") from None
        if len(body) > _MOST_BYTES:
            raise Unanswered(f"{self.url}: an answer of more than {_MOST_BYTES:,} bytes")
        return _content(body, self.url)

    def _authority(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}


def _content(body: bytes, url: str) -> str:
    """The words of the first choice."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise Unanswered(f"{url}: no answer in the protocol's form (choices, message, content)") from None
    if not isinstance(content, str):
        raise Unanswered(f"{url}: the answer has no words")
    return content
