"""Asking the services about works: by identifier in batches, then by title for those that no identifier led to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from generator.config.setting_groups import FetchSettings
from generator.fetching import matching
from generator.fetching.combine import Statement
from generator.fetching.plan import Wanted
from generator.fetching.reference import is_telling
from generator.identifiers import Identifier
from generator.records import Record
from generator.services import SERVICES
from generator.services.client import Caller, Client
from generator.services.failure import ServiceError, misshapen
from generator.services.memory import Answer, Memory
from generator.services.service import Question, Service
from generator.text.compare import fold

Tell = Callable[[str, int, int], None]  # service, works done, out of how many
Answers = TypeVar("Answers")
# What reading an answer of unknown shape may raise.
_ODD_SHAPES = (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError)
_ROUNDS = 3  # rounds through the services; each may find identifiers for the next
_WANTING_A_KEY = frozenset({401, 403, 429})  # HTTP status of an answer that a key may change
_FAULTS = 2  # batches that may fail in a row before a service is no longer asked


@dataclass
class Outcome:
    """The result of one run; `statements` and the other mappings are by citation key, in order of preference."""

    asked: set[str] = field(default_factory=set)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    questions: dict[str, list[tuple[str, matching.Verdict]]] = field(default_factory=dict)
    wrong: dict[str, list[tuple[str, Identifier, matching.Verdict]]] = field(default_factory=dict)
    failed: dict[str, set[str]] = field(default_factory=dict)
    failures: dict[str, ServiceError] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    day: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())


@dataclass
class Asker:
    """One run. It owns the connections and the memory passed to it.

    Attributes:
        since: answers older than this (seconds since 1970) are asked for again.
        tell: called after every batch.
    """

    settings: FetchSettings
    client: Client
    memory: Memory
    since: float
    tell: Tell = lambda service, done, total: None
    outcome: Outcome = field(default_factory=Outcome)
    _faults: dict[str, int] = field(default_factory=dict)
    _settled: set[tuple[str, str]] = field(default_factory=set)
    _ambiguous: set[str] = field(default_factory=set)

    def ask(self, wanted: Sequence[Wanted]) -> Outcome:
        """Ask about the works; if one service fails, the others are still asked."""
        self._until_nothing_new(wanted)
        rest = [one for one in wanted if one.key not in self.outcome.statements and _has_telling_title(one.record)]
        self._by_titles(rest)
        found = [one for one in rest if one.key in self.outcome.statements]
        self._until_nothing_new(found)
        order = {name: place for place, name in enumerate(self.settings.order)}
        for statements in self.outcome.statements.values():
            statements.sort(key=lambda one: order[one.service])
        return self.outcome

    def _until_nothing_new(self, wanted: Sequence[Wanted]) -> None:
        """Ask by identifiers, and again by those that services returned: the publication of a preprint has a DOI of
        its own.
        """
        for _ in range(_ROUNDS):
            if not self._by_identifiers(wanted):
                return

    def _by_identifiers(self, wanted: Sequence[Wanted]) -> bool:
        """One round through the services; returns whether there was anything to ask."""
        asked = False
        for service in self._services():
            if service.by_identifier is None:
                continue
            open_questions: dict[Identifier, list[Wanted]] = {}
            for one in wanted:
                identifier = self._identifier_for(one, service)
                if identifier and (service.name, one.key) not in self._settled:
                    self._settled.add((service.name, one.key))
                    self.outcome.asked.add(one.key)
                    open_questions.setdefault(identifier, []).append(one)
            asked = asked or bool(open_questions)
            self._ask_for(service, open_questions)
        return asked

    def _ask_for(self, service: Service, questions: Mapping[Identifier, list[Wanted]]) -> None:
        ask = service.by_identifier
        assert ask is not None
        new: list[Identifier] = []
        for identifier, works in questions.items():
            answer = self.memory.recall(service.name, _written(identifier), self.since)
            if answer is None:
                new.append(identifier)
            else:
                self._note(service, identifier, works, answer)
        done = len(questions) - len(new)
        for start in range(0, len(new), service.batch):
            batch = new[start : start + service.batch]
            records = self._try(service, partial(_swapped, ask, batch), [one for i in batch for one in questions[i]])
            for identifier in batch if records is not None else ():
                record = (records or {}).get(identifier)
                answer = Answer((record,) if record else (), time.time())
                self.memory.keep(service.name, _written(identifier), answer)
                self._note(service, identifier, questions[identifier], answer)
            self.memory.save()
            done += len(batch)
            self.tell(service.label, done, len(questions))

    def _note(self, service: Service, identifier: Identifier, works: Iterable[Wanted], answer: Answer) -> None:
        for one in works:
            for record in answer.records:
                verdict = matching.by_identifier(one.record, record)
                if verdict.judgement == "accepted":
                    self._accept(service, one, record, answer)
                elif verdict.judgement == "question":
                    self.outcome.questions.setdefault(one.key, []).append((service.name, verdict))
                else:
                    self.outcome.wrong.setdefault(one.key, []).append((service.name, identifier, verdict))

    def _by_titles(self, wanted: Sequence[Wanted]) -> None:
        for service in self._services():
            left = [one for one in wanted if one.key not in self.outcome.statements and one.key not in self._ambiguous]
            for done, one in enumerate(left if service.by_title else (), 1):
                self.outcome.asked.add(one.key)
                self._by_title(service, one)
                self.tell(service.label, done, len(left))

    def _by_title(self, service: Service, one: Wanted) -> None:
        ask = service.by_title
        assert ask is not None
        question = Question(one.record.title, one.record.authors, one.record.year)
        first = fold(question.authors[0].family) if question.authors else ""
        name = f"title:{fold(question.title)}|{first}|{question.year or ''}"
        answer = self.memory.recall(service.name, name, self.since)
        if answer is None:
            records = self._try(service, lambda caller: ask(caller, question), [one])
            if records is None:
                return
            answer = Answer(tuple(records), time.time())
            self.memory.keep(service.name, name, answer)
            self.memory.save()
        verdicts = matching.by_title(one.record, answer.records)
        if matching.ambiguous(verdicts):
            self._ambiguous.add(one.key)  # another service that knows only one of them must not decide
        for verdict in verdicts:
            if verdict.judgement == "accepted" and one.key not in self.outcome.statements:
                self._accept(service, one, verdict.record, answer)
            elif verdict.judgement == "question":
                self.outcome.questions.setdefault(one.key, []).append((service.name, verdict))

    def _accept(self, service: Service, one: Wanted, record: Record, answer: Answer) -> None:
        day = datetime.fromtimestamp(answer.time, UTC).date().isoformat()
        self.outcome.statements.setdefault(one.key, []).append(Statement(service.name, day, record))

    def _try(self, service: Service, ask: Callable[[Caller], Answers], works: Sequence[Wanted]) -> Answers | None:
        """The service's answer, or None if it fails; one that has failed repeatedly is not asked again."""
        failures = self.outcome.failures
        if service.name in failures and self._faults.get(service.name, 0) >= _FAULTS:
            self.outcome.failed.setdefault(service.name, set()).update(one.key for one in works)
            return None
        address = self.settings.services.get(service.name)
        url = (address.url if address else "") or service.url
        pause = address.pause if address and address.pause is not None else service.pause
        try:
            answers = ask(self._caller(service, url, pause))
        except (ServiceError, *_ODD_SHAPES) as odd:
            error = odd if isinstance(odd, ServiceError) else misshapen(f"it has an unexpected form ({odd})")
            if error.status in _WANTING_A_KEY and service.key and not service.key.value:
                error.hint = f"{error.hint}; with a key of your own in {service.key.variable}, it answers more"
            failures[service.name] = error
            self._faults[service.name] = self._faults.get(service.name, 0) + (_FAULTS if error.network else 1)
            self.outcome.failed.setdefault(service.name, set()).update(one.key for one in works)
            return None
        self._faults[service.name] = 0
        self.outcome.answered.add(service.name)
        return answers

    def _caller(self, service: Service, url: str, pause: float) -> Caller:
        """The way to ask a service, with the key that it wants; a mirror that the settings name never gets it."""
        key = service.key if service.key and url == service.url else None
        if key is None or not key.value:
            return self.client.caller(service.name, url, pause)
        parameters = {key.parameter: key.value} if key.parameter else {}
        return self.client.caller(service.name, url, pause, parameters, {key.header: key.value} if key.header else {})

    def _services(self) -> Iterator[Service]:
        yield from (SERVICES[name] for name in self.settings.order)

    def _identifier_for(self, one: Wanted, service: Service) -> Identifier | None:
        """The identifier to ask a service for: the work's own, or one that another service returned."""
        returned = [i for statement in self.outcome.statements.get(one.key, ()) for i in statement.record.identifiers]
        for scheme in service.schemes:
            for identifier in (*one.identifiers, *returned):
                if identifier.scheme == scheme:
                    return Identifier(identifier.scheme, identifier.value)
        return None


def _swapped(
    ask: Callable[[Caller, Sequence[Identifier]], Answers], batch: Sequence[Identifier], caller: Caller
) -> Answers:
    return ask(caller, batch)


def _has_telling_title(record: Record) -> bool:
    return is_telling(record.title) or bool(fold(record.title) and record.authors)


def _written(identifier: Identifier) -> str:
    return f"{identifier.scheme}:{identifier.value}"
