"""Who fills a role that a frame's words leave open: looked for in the sentence first, then in what is under discussion.

A frame names its fillers under `missing`, several joined by | are tried in order (`missing: {b: thing built|place}`).
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.accounts import account_giver, account_item
from loaders.around import Filler, point_of
from loaders.chart import Chart
from loaders.employers import employer
from loaders.frames import Match
from loaders.gift_ends import gift_giver, gift_receiver
from loaders.gift_lists import listed_giver, listed_receiver
from loaders.gift_shares import share_giver, share_receiver
from loaders.gifts import donor, donor_before, receiver, visitor
from loaders.investment_aims import invested_in
from loaders.investments import investor_of
from loaders.local_houses import local_house
from loaders.payees import paid_for
from loaders.payers import givers, helping_firm, payer
from loaders.private_gifts import private_giver, private_receiver
from loaders.roles_firms import (
    both_sides,
    firm,
    firms_home,
    other_firm,
    partner,
    thing,
    village_spoken_of,
)
from loaders.roles_regions import helped_house, helped_region, helping_house, helping_region
from loaders.topics import Found, Topics
from loaders.values import Mention


def fill(topics: Topics, row: Chart, match: Match, what: str) -> list[Mention | Found]:
    """The fillers of an open role: mentions of the sentence, or what is found elsewhere in the article."""
    for name in what.split("|"):
        finder = _FINDERS.get(name.strip())
        found = finder(topics, row, match) if finder else topics.fill(name.strip(), *point_of(row, match))
        if found:
            return [*found] if isinstance(found, list) else [found]
    return []


_FINDERS: dict[str, Callable[[Topics, Chart, Match], Filler | list[Found] | list[Mention | Found]]] = {
    "giver": givers,
    "paid for": paid_for,
    "firm": firm,
    "home": firms_home,
    "thing": thing,
    "receiver": receiver,
    "donor": donor,
    "donor before": donor_before,
    "gift giver": gift_giver,
    "gift receiver": gift_receiver,
    "share giver": share_giver,
    "share receiver": share_receiver,
    "listed giver": listed_giver,
    "listed receiver": listed_receiver,
    "private giver": private_giver,
    "private receiver": private_receiver,
    "investor of": investor_of,
    "invested in": invested_in,
    "visitor": visitor,
    "payer": payer,
    "helping firm": helping_firm,
    "account giver": account_giver,
    "account item": account_item,
    "both": both_sides,
    "helping of two": helping_region,
    "helped of two": helped_region,
    "helping house": helping_house,
    "helped house": helped_house,
    "other firm": other_firm,
    "village": village_spoken_of,
    "partner": partner,
    "workplace": employer,
    "local house": local_house,
}
