"""A checked connection to a Neo4j server: what is wrong with it shows here, at once, and not in the middle of a load."""

from __future__ import annotations

import logging
from importlib import metadata

import neo4j

from graph.credentials import find_credentials
from graph.neo4j_address import Address
from graph.neo4j_faults import check_version, faults

CONNECT_SECONDS = 5.0  # for a host that drops packets; a server that is not there shows at once
ANSWER_SECONDS = 15.0  # for a server that accepts the connection and then says nothing
RETRY_SECONDS = 45.0  # a managed transaction is tried again for so long, its growing pauses then end after about 60

# Its retries are no news for a person, and ours say how they end; who configures logging still gets them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


def connect(address: Address) -> neo4j.Driver:
    """A driver whose server, credentials and database have answered; StoreError says in one line what is wrong.

    Transactions that it manages (execute_read, execute_write) outlive a restart of the server.
    """
    credentials = find_credentials(address.location)
    with faults(address.location, source=credentials.source):
        driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=neo4j.basic_auth(credentials.username, credentials.password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=ANSWER_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent=_user_agent(),
        )
        try:
            check_version(driver.get_server_info().agent, address.location)
            # Only the first query tells of a password that must be changed and of an unknown database.
            with driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session:
                session.run("RETURN 1").consume()
        except BaseException:
            driver.close()
            raise
    return driver


def _user_agent() -> str:
    try:
        return f"duikou/{metadata.version('duikou')}"
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        return "duikou"
