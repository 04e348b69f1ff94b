"""Addresses of stores on a Neo4j server: what is read, what is refused, and that no password is ever repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.neo4j_address import SCHEMES, Address, parse_address


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme(scheme: str) -> None:
    assert parse_address(f"{scheme}://host") == Address(f"{scheme}://host:7687", None)
    assert parse_address(f"{scheme.upper()}://Host/") == Address(f"{scheme}://host:7687", None)


@pytest.mark.parametrize(
    ("location", "uri", "database", "shown"),
    [
        ("bolt://127.0.0.1:7777", "bolt://127.0.0.1:7777", None, "bolt://127.0.0.1:7777"),
        (" bolt://h/duikou \n", "bolt://h:7687", "duikou", "bolt://h:7687/duikou"),
        ("neo4j://h:1/My-Db.2", "neo4j://h:1", "my-db.2", "neo4j://h:1/my-db.2"),
        ("bolt+s://[::1]", "bolt+s://[::1]:7687", None, "bolt+s://[::1]:7687"),
        ("neo4j+ssc://[2001:DB8::1]:99/abc", "neo4j+ssc://[2001:db8::1]:99", "abc", "neo4j+ssc://[2001:db8::1]:99/abc"),
        ("bolt://服务器/duikou", "bolt://服务器:7687", "duikou", "bolt://服务器:7687/duikou"),
        (f"bolt://h/{'d' * 63}", "bolt://h:7687", "d" * 63, f"bolt://h:7687/{'d' * 63}"),
    ],
)
def test_the_parts(location: str, uri: str, database: str | None, shown: str) -> None:
    found = parse_address(location)
    assert (found.uri, found.database, found.location) == (uri, database, shown)
    assert parse_address(shown) == found


@pytest.mark.parametrize(
    "location",
    [
        "bolt://neo4j:opens-sesame@host",
        "bolt://opens-sesame@host:7687/db",
        "neo4j+s://neo4j:opens/sesame@host",
        "bolt://neo4j:opens#sesame@host",
        "bolt://neo4j:opens?sesame@host",
        "bolt://:opens-sesame@host",
        "http://neo4j:opens-sesame@host:7474",
        "redis://neo4j:opens-sesame@host",
        "BOLT://neo4j:opens-sesame@[::1]",
    ],
)
def test_a_login_in_the_address_is_refused_and_not_repeated(location: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_address(location)
    assert str(raised.value) == (
        "a store's address holds no user name and no password; leave them out, "
        "set DUIKOU_NEO4J_USERNAME and DUIKOU_NEO4J_PASSWORD instead"
    )


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://host:7474", "http:// is the address of Neo4j Browser; name the server's Bolt port, usually bolt://"),
        ("https://host", "https:// is the address of Neo4j Browser"),
        ("redis://host", "begins with one of bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc, then ://"),
        ("bolt+tls://host", "begins with one of"),
        ("host:7687", "begins with one of"),
        ("", "begins with one of"),
        ("bolt://", "bolt://: names no host"),
        ("bolt://:7687", "bolt://: names no host"),
        ("bolt:///db", "bolt://: names no host"),
        ("bolt://neo4j:opens-sesame", "host or port is malformed"),  # perhaps a login whose host was forgotten
        ("bolt://host:99999", "host or port is malformed"),
        ("bolt://[::1", "host or port is malformed"),
        ("bolt://ho st", "the host is malformed"),
        ("bolt://%41", "the host is malformed"),
        ("bolt://a..b", "the host is malformed"),
        (f"bolt://{'h' * 64}.cn", "the host is malformed"),
        ("bolt://h\x00", "the host is malformed"),
        ("bolt://host:0", "port 0 is none"),
        ("bolt://host?opens-sesame=1", "bolt://host: takes nothing after ? or #"),
        ("bolt://host/db?", "takes nothing after ? or #"),
        ("neo4j://host/db#opens-sesame", "takes nothing after ? or #"),
        ("bolt://host/system", "names that begin with system belong to Neo4j"),
        ("bolt://host/systemic", "names that begin with system belong to Neo4j"),
        ("bolt://host/ab", "3 to 63 of the characters"),
        (f"bolt://host/{'d' * 64}", "3 to 63 of the characters"),
        ("bolt://host/1st", "beginning with a letter"),
        ("bolt://host/_own", "beginning with a letter"),
        ("bolt://host/db-", "ending with a letter or digit"),
        ("bolt://host/db.", "ending with a letter or digit"),
        ("bolt://host/a_b", "3 to 63 of the characters"),
        ("bolt://host/图库数据", "3 to 63 of the characters"),
        ("bolt://host/one/two", "3 to 63 of the characters"),
        ("bolt://host/d%62x", "3 to 63 of the characters"),
    ],
)
def test_what_is_refused(location: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_address(location)
    assert words in str(raised.value)
    assert "sesame" not in str(raised.value)


@given(st.sampled_from([*SCHEMES, "http", "x"]), st.text() | st.text("ab0:/@[]?#%.- \n\x85\x00"))
def test_anything_else_is_an_address_or_one_line(scheme: str, rest: str) -> None:
    try:
        found = parse_address(f"{scheme}://{rest}")
    except UsageError as error:
        assert len(str(error).splitlines()) == 1
    else:
        assert "@" not in rest and parse_address(found.location) == found
