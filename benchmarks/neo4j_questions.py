"""How long each canned question takes: asked through duikou, of the bare driver, and of the embedded store."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

import neo4j

from graph.store import Store
from queries.ask import ask
from queries.catalogue import Parameter, Question, catalogue

_FIRST = 2  # runs that are not counted
_SECONDS, _LEAST = 20, 5  # a question that takes longer is asked fewer times, but so often
_SLOW, _TWICE = (
    5,
    2,
)  # one that takes so many seconds each time is asked so often only, after the one that finds its rows


@dataclass(frozen=True, slots=True)
class Latency:
    """Medians in milliseconds of one question with one set of parameters."""

    question: str
    parameters: Mapping[str, str]
    rows: int
    times: int
    asked: float  # queries.ask.ask on Neo4j
    proper: float  # of it: the question's own query and what becomes of its rows, once names are resolved into ids
    bare: float  # the driver's execute_query with the same text and the resolved parameters
    bare_session: float  # the same by session.run, without a managed transaction
    embedded: float  # queries.ask.ask on LadybugDB

    @property
    def ratio(self) -> float:
        """duikou's time for the same query over the driver's."""
        return self.proper / self.bare


class Listener:
    """A store that remembers its last query, and when that began."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.began = 0.0
        self.last: tuple[str, dict[str, Any]] = ("", {})

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        self.last = (cypher, parameters or {})
        self.began = time.perf_counter()
        return self._store.query(cypher, parameters, timeout)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def latencies(
    store: Store,
    embedded: Store,
    driver: neo4j.Driver,
    example: Callable[[Parameter], str],
    repetitions: int,
    say: Callable[[str], None],
) -> list[Latency]:
    """Every question without parameters, and with its first one where it takes any."""
    found = []
    for question in catalogue().values():
        for given in _given(question, example):
            found.append(_measure(store, embedded, driver, question.name, given, repetitions))
            say(f"  {question.name} {given}: {found[-1].asked:.0f} ms, {found[-1].ratio:.2f} of the driver's")
    return found


def _given(question: Question, example: Callable[[Parameter], str]) -> list[dict[str, str]]:
    return [{}] + [{one.name: example(one)} for one in question.parameters[:1]]


def _measure(
    store: Store, embedded: Store, driver: neo4j.Driver, name: str, given: dict[str, str], repetitions: int
) -> Latency:
    listener = Listener(store)
    began = time.monotonic()
    rows = len(ask(listener, name, given))
    slow = time.monotonic() - began > _SLOW
    first, least = (0, _TWICE) if slow else (_FIRST, _LEAST)
    text, values = listener.last
    runs: dict[str, Callable[[], Any]] = {
        "asked": lambda: ask(listener, name, given),
        "bare": lambda: driver.execute_query(text, values, routing_=neo4j.RoutingControl.READ),
        "bare_session": lambda: _by_session(driver, text, values),
        "embedded": lambda: ask(embedded, name, given),
    }
    times: dict[str, list[float]] = {one: [] for one in [*runs, "proper"]}
    deadline = time.monotonic() + _SECONDS
    for number in range(first + repetitions):
        if number >= first + least and time.monotonic() > deadline:
            break
        for one in _turned(list(runs), number):
            start = time.perf_counter()
            runs[one]()
            end = time.perf_counter()
            times[one].append(end - start)
            if one == "asked":
                times["proper"].append(end - (listener.began if given else start))
    medians = {one: 1000 * median(some[first:]) for one, some in times.items()}
    return Latency(name, given, rows, len(times["asked"]) - first, **medians)


def _turned(names: list[str], by: int) -> list[str]:
    """Another one first each time, so that none always runs after the same other."""
    by %= len(names)
    return names[by:] + names[:by]


def _by_session(driver: neo4j.Driver, text: str, values: dict[str, Any]) -> list[neo4j.Record]:
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        return list(session.run(text, values))


def example_of(store: Store) -> Callable[[Parameter], str]:
    """A value for a parameter that the generated graph knows; the headers' examples are of the seeds."""
    _, rows = store.query("MATCH (c:Company)-[:MOVED_INTO]->(p) RETURN c.name, p.name ORDER BY c.id, p.id LIMIT 1")
    company, place = rows[0]
    names = {"place": place, "name": company}
    return lambda parameter: names.get(parameter.kind, parameter.example)
