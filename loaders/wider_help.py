"""Whether the city or province of a would-be helper is the one that helps, and the part but lends a body or a person."""

from __future__ import annotations

import re

from graph.model import Entity
from loaders.topics import inside, level
from loaders.values import Reading

_ORIGIN = re.compile(
    "的?(?:[一几两][家个名位所]|某|企业|公司|老板|商人|客商|人(?!民)|籍|网讯|日报|电|讯|口音)"
    "|[^，。；、的]{1,8}(?:局|办|站|委|科|院|校|中学|小学|中专|镇|街道)的"  # a body without a name of its own: 甲区果品办的丙
)
_OF_WHOLE = re.compile(
    "(?:省|市)?(?:第[一二三四五六七八九十]+批)?(?:援[疆藏青]|对口(?:支援|帮扶|协作)|东西部协作|组团式|“组团式”|从?[^，。；]{0,2}东西部协作资金"
    "|的?帮扶干部|[^，。；]{0,4}派(?:到|往|驻)|(?:市|省)?协作专项)"
)


def wider_helper(reading: Reading, helper: Entity) -> bool:
    """Whether the article tells that the city or province of the helper is the one that helps (广东援藏, 安徽省援疆指挥部)
    and of the part no more than that a body or a firm of it has a share: the part has no pairing of its own then."""
    if level(helper) == 1 or _aids(reading, helper) or _acts(reading, helper):
        return False
    wholes = {m.entity.id: m.entity for m in reading.mentions if m.label == "Region" and lies_in(m.entity, helper)}
    for mention in reading.mentions:
        wholes |= {mention.prefix.id: mention.prefix} if mention.prefix and lies_in(mention.prefix, helper) else {}
    return any(_aids(reading, whole) for whole in wholes.values())


def _acts(reading: Reading, region: Entity) -> bool:
    """Whether the division itself is named, not only in the name of a body or as the origin of a firm or a person."""
    starts = {(m.block, m.start) for m in reading.mentions}
    return any(
        m.label == "Region"
        and m.entity.id == region.id
        and (m.block, m.end) not in starts
        and _ORIGIN.match(reading.blocks[m.block].text.plain, m.end) is None
        for m in reading.mentions
    )


def _aids(reading: Reading, region: Entity) -> bool:
    """Whether words of aid follow the name of a division anywhere in the article."""
    text = "".join(block.text.plain + "\n" for block in reading.blocks)
    return any(
        _OF_WHOLE.match(text, found.end())
        for name in region.names
        if len(name) > 1
        for found in re.finditer(re.escape(name), text)
    )


def lies_in(whole: Entity, region: Entity) -> bool:
    """Whether a county or prefecture is a part of a prefecture or province."""
    return level(whole) < level(region) < 4 and inside(region, whole.id)
