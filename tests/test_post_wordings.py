"""people: bureaus without their county, who works where, founders in other words, who took over, who only visited."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作：苏州市对口帮扶石阡县\n东西部协作以来，苏州市对口帮扶石阡县。\n"


def facts(words: str) -> set[tuple[str, str, str]]:
    extracted = extract_document(from_text(HEAD + words, "p"))
    return {(f.subject.name, f.relation, f.object.name) for f in extracted.facts if f.subject.label == "Person"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("盖永刚在石阡县任农业农村局副局长。", ("盖永刚", "HAS_ROLE", "石阡县农业农村局")),
        ("盖永刚在石阡县挂任县农业农村局副局长。", ("盖永刚", "HAS_ROLE", "石阡县农业农村局")),
        ("盖永刚2022年起在石阡县任政府办公室副主任。", ("盖永刚", "HAS_ROLE", "石阡县政府办公室")),
        ("田立峥来到石阡县，挂任县委办副主任、县乡村振兴局副局长。", ("田立峥", "HAS_ROLE", "石阡县委办")),
        ("费志坚先后担任石阡县扶贫办副主任、乡村振兴局副局长。", ("费志坚", "HAS_ROLE", "石阡县乡村振兴局")),
        (
            "孟祥宇身兼两职：石阡县文广局副局长，石阡县东西部协作办副主任。",
            ("孟祥宇", "HAS_ROLE", "石阡县东西部协作办"),
        ),
        ("贵州省石阡县第四中学校长岑光琴说，孩子开了口。", ("岑光琴", "HAS_ROLE", "贵州省石阡县第四中学")),
        ("受聘的还有退休企业家、佛山市顺德区食品商会名誉会长招润添。", ("招润添", "HAS_ROLE", "顺德区食品商会")),
        (
            "石阡县驻苏州劳务服务站开张了，站长由石阡籍的小老板佘志勇兼着。",
            ("佘志勇", "HAS_ROLE", "石阡县驻苏州劳务服务站"),
        ),
        ("福建闽丰食用菌科技公司创始人、他的堂哥林国桢拍了板。", ("林国桢", "FOUNDED", "福建闽丰食用菌科技公司")),
        (
            "问话的是吴江区商务局干部边绍林，当时刚到石阡县商务局挂职副局长。",
            ("边绍林", "SECONDED_FROM", "吴江区商务局"),
        ),
        ("昆山市第二中学选派教师端木清到石阡县民族中学支教两年。", ("端木清", "SECONDED_FROM", "昆山市第二中学")),
        (
            "田立峥从昆山市农业局来到石阡县，挂任五德镇党委副书记。三年期满，接他班的是吴江区的褚连营，工作的地方换成了国荣乡。",
            ("褚连营", "SECONDED_FROM", "吴江区"),
        ),
        (
            "接替他的是吴江区的骆振邦，2024年春天到岗，担任石阡县科技局副局长。",
            ("骆振邦", "HAS_ROLE", "石阡县科技局"),
        ),
        ("罗大勇瞄准竹编市场，拉上五个同学合伙搞起石阡县竹缘工艺品厂。", ("罗大勇", "FOUNDED", "石阡县竹缘工艺品厂")),
        ("在县里支持下，罗大勇回乡创办了石阡县竹缘工艺品厂。", ("罗大勇", "FOUNDED", "石阡县竹缘工艺品厂")),
    ],
)
def test_told(words: str, told: tuple[str, str, str]) -> None:
    assert told in facts(words)


@pytest.mark.parametrize(
    ("words", "person", "relations"),
    [
        ("吴江区区长辛鹏程率队到石阡县第二幼儿园看望支教教师。", "辛鹏程", {"SECONDED_TO", "SECONDED_FROM"}),
        (
            "2019年，从石阡县国荣乡到苏州吴江，阿布日洛坐了四十一个小时的火车，进厂打工。",
            "阿布日洛",
            {"SECONDED_TO", "SECONDED_FROM"},
        ),
        ("恒利电子有限公司落户石阡县，副县长茅立群到恒利电子有限公司看望务工人员，说了半天。", "茅立群", {"WORKS_AT"}),
        ("来之前，骆明轩在苏州市吴江区管委会工作，任经济发展局副局长。", "骆明轩", {"HAS_ROLE"}),
        ("罗大勇打算搞起石阡县竹缘工艺品厂，还没有动手。", "罗大勇", {"FOUNDED"}),
    ],
)
def test_not_told(words: str, person: str, relations: set[str]) -> None:
    assert not {f for f in facts(words) if f[0] == person and f[1] in relations}


def test_who_took_over_serves_elsewhere() -> None:
    words = "田立峥从昆山市农业局来到石阡县，挂任五德镇党委副书记。接他班的是吴江区的褚连营，工作的地方换成了国荣乡。"
    assert ("褚连营", "SECONDED_TO", "五德镇") not in facts(words)
