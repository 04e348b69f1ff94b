"""The coined word in front of a firm's trade (岭禾 in 岭禾鞋业): what cannot be one, and what looks like nothing else."""

from __future__ import annotations

import re

from loaders.vocabulary import is_coined

# Words of business, divisions, counts, what one does with goods: 任区|农业, 日产|坚果, 主做|羽绒.
NO_STEM = re.compile(
    r"企业|了|来$|产业|工业|群众|家$|^[县市区省州旗镇乡村局各本该其吨斤个]|[\d一二三四五六七八九十]年"
    r"|[县区市旗牌]$|元|^[一二三四五六七八九两几]成$|^老字号|是|^[在从与把给到被将向于据]|^[日年月]产|^[主专]做|^(?:挂职|时任|聘请|选派|更换|赶制|购置|销售|供应|赠送|安装|意向)"
)
_FUNCTION = re.compile(
    "[的了着过是在从与和把给到被将向据让或及并而也都又还就才更最很不只这那每各某做看修装补种教抓办接供送买卖建学用打捐换养栽]"
)


def clean(stem: str) -> bool:
    """Whether the word is a short coinage that holds no sign which could be a word by itself.

    >>> clean("惠盐"), clean("是做"), clean("现代")
    (True, False, False)
    """
    return 2 <= len(stem) <= 3 and is_coined(stem) and _FUNCTION.search(stem) is None
