"""Names of persons: how long they are, and what is none, in a sentence alone and in whole texts."""

from __future__ import annotations

import pytest
from extraction_samples import ends, found

from loaders.person_cuts import settled
from loaders.persons import find_persons
from loaders.tagger import tagged

NANTONG = "南通市对口帮扶汉中市宁强县\n东西部协作以来，南通市对口帮扶宁强县。\n"
QINGDAO = "青岛市对口帮扶陇南市。\n"
HANGZHOU = "杭州市对口帮扶台江县\n浙江省杭州市对口帮扶贵州省台江县，拨付东西部协作资金3000万元。\n"

NAMES = [
    ("董事长车永涛在胶州湾边上做了十几年。车永涛说，值得。", ["车永涛"]),
    ("工作组组长季东来看了一圈。季东来的任期到了。", ["季东来"]),
    ("总经理乌云其其格算过一笔账。", ["乌云其其格"]),
    ("县农业农村局局长马定巴特（蒙古族）到会。", ["马定巴特"]),
    ("来自拜什艾日克镇的吐尔洪·热合曼已从挡车工升到副主任。", ["吐尔洪·热合曼"]),
    ("阿依努尔·艾合买提就这样进了厂。", ["阿依努尔·艾合买提"]),
    ("校长扎西才让表示，北京来的老师带来了新课堂。", ["扎西才让"]),
    ("乡村振兴局党组书记、局长向往（女）发言。", ["向往"]),
    ("副县长羊舌平到会。", ["羊舌平"]),
    ("书记高度重视这项工作，主任马上安排。", []),
    ("当地的医生和教师安心工作。", []),
    ("2015年夏建成的厂房已经满员。", []),
    # Surnames that are words, where post, speech or the rest of the sentence make a person of them.
    ("县工商联副主席经怀远把支票递了过去。", ["经怀远"]),
    ("县第二小学的教导主任冒雪琴，眼下是执行校长。", ["冒雪琴"]),
    ("坐在地头的燕小虎摘下草帽，说今年收成好。", ["燕小虎"]),
    ("种茶的农民向明礼数着钱笑。", ["向明礼"]),
    ("县长过建林率队到访。", ["过建林"]),
    ("家住镇上的洪桂香逢人就说厂里好。", ["洪桂香"]),
    ("向前走就是校长办公室，经过操场便到。", []),
    ("国家出钱，从此校长不再发愁，念书的孩子多了。", []),
    ("冒着大雨，干部过河去看望老人。", []),
    # Names in the characters of transliteration, cut at their own ends.
    ("徒弟阿卜杜外力·麦麦提记得师傅的话。", ["阿卜杜外力·麦麦提"]),
    ("54岁的维吾尔族老汉艾尼瓦尔·司马义至今留着那张单子。", ["艾尼瓦尔·司马义"]),
    ("酿酒师次仁拉姆曾到重庆学徒。", ["次仁拉姆"]),
    ("质检员图尔荪古丽说，活不累。", ["图尔荪古丽"]),
    ("村民马海伍呷莫月收入三千多元。", ["马海伍呷莫"]),
    ("县长买买提江·吐尔逊说，项目建成了。", ["买买提江·吐尔逊"]),
    ("粤桂协作、闽宁协作和鲁渝协作都有新进展。", []),
]


def persons(texts: list[str], taken: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """The names in texts of one sentence each."""
    told = tagged(texts)
    return find_persons(texts, [one.tokens for one in told], taken, [[(0, one)] for one in told])


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[t[:12] for t, _ in NAMES])
def test_names(text: str, wanted: list[str]) -> None:
    spans = persons([text], [[]])[0]
    assert list(dict.fromkeys(text[start:end] for start, end in spans)) == wanted


def test_a_name_does_not_reach_into_another_name() -> None:
    text = "莎车卡龙服装产业园里有三家企业。"
    assert persons([text], [[(0, 2)]]) == [[]]


def test_a_full_name_found_once_is_found_everywhere() -> None:
    texts = ["单于思敏去年来支教。", "孩子们喜欢单于思敏老师。"]
    spans = persons(texts, [[], []])
    assert [[text[s:e] for s, e in found] for text, found in zip(texts, spans, strict=True)] == [
        ["单于思敏"],
        ["单于思敏"],
    ]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (NANTONG + "挂职副县长覃亮跑前跑后办手续。", "覃亮"),
        (NANTONG + "子公司总经理上官涛颇有些得意。", "上官涛"),
        (NANTONG + "区慈善协会会长钟离珊募来17万元。", "钟离珊"),
        (NANTONG + "副组长顾立民笑说：“坐得住。”", "顾立民"),
        (NANTONG + "理事长孙彩萍是返乡大学生。", "孙彩萍"),
        (NANTONG + "六年前由闽侯商人程景和一手创办。", "程景和"),
        (NANTONG + "管委会副主任锁成林掰着指头算。", "锁成林"),
        (NANTONG + "脱贫户龚长发家的橘子卖了2万元。", "龚长发"),
        (NANTONG + "接任的是令狐强，原任镇长。", "令狐强"),
        (NANTONG + "民宿老板娘泽仁央宗从前只晓得种地。", "泽仁央宗"),
        (NANTONG + "校长巴图孟和希望两地常来往。", "巴图孟和"),
        (NANTONG + "驻村队员沙鹏满两年期回了南通。", "沙鹏"),
        (NANTONG + "校长强万里与南通的校长握了手。", "强万里"),
        (NANTONG + "村医蹇德芬每天上门。", "蹇德芬"),
        (QINGDAO + "公司董事长尤溪桥在福州有12家门店。", "尤溪桥"),
        (QINGDAO + "援青干部、达日县副县长濮阳峻隔三差五来。", "濮阳峻"),
        (QINGDAO + "市农科院研究员曲福田先后来过14趟。", "曲福田"),
        (QINGDAO + "村支书王黎平，今年52岁。", "王黎平"),
        (QINGDAO + "院长才让卓玛压低声音说，孩子睡着了。", "才让卓玛"),
        (QINGDAO + "书记哈力木·努尔别克如此评价。", "哈力木·努尔别克"),
        (QINGDAO + "米业公司总经理孟和平底气十足。", "孟和平"),
        (QINGDAO + "区长边鸿作了发言。", "边鸿"),
        (QINGDAO + "楼下是常州企业家冷玉成办的地毯厂。", "冷玉成"),
        (QINGDAO + "主任名叫老必成，瑶族，从外地来。", "老必成"),
        (QINGDAO + "总经理彭措翁修，曾在成都卖过三年火锅。", "彭措翁修"),
    ],
)
def test_persons_in_whole_texts(text: str, person: str) -> None:
    assert person in found(text, "Person")


@pytest.mark.parametrize(
    "text",
    [
        "项目库里排得满满当当。",
        "工作组来之前，栗农守着路边卖。",
        "现在张张保底，一年净赚两万。",
        "没人叫苏总。",
        "旁边是彭家嫂子昨天的数字。",
        "全村脆李种了3400亩。",
        "派12名骨干教师来跟岗带班。",
        "牧民都记得一个名字。",
        "他带头种上了火龙果。",
        "“苏货”进山，好货出山。",
        "县里来了两名农艺师。",
    ],
)
def test_words_that_are_no_persons(text: str) -> None:
    assert not found(NANTONG + text, "Person")


@pytest.mark.parametrize("text", ["书记向平凉的同事介绍了情况。", "主任和平凉的老乡说起往事。"])
def test_a_place_stays_a_place(text: str) -> None:
    assert "平凉" in found(QINGDAO + text, "Region")
    assert not found(QINGDAO + text, "Person")


HOLDERS = [  # who holds a post: the whole name, and nothing of the next word
    ("台江县第二小学校长完德扎西说，学生都有了新书包。", "完德扎西"),
    ("台江县劳务中心主任韩索菲娅介绍，去年办了二十期班。", "韩索菲娅"),
    ("台江县彩云合作社理事长阿依夏·托列汗说，绣娘都领了工钱。", "阿依夏·托列汗"),
    ("台江县人民医院急诊科主任降央卓玛回忆，那晚来了九个病人。", "降央卓玛"),
    ("台江县第二小学校长呼延志成来自杭州。", "呼延志成"),
    ("台江县农业农村局副局长佘永刚常到棚里转。", "佘永刚"),
]


@pytest.mark.parametrize(("text", "name"), HOLDERS, ids=[n for _, n in HOLDERS])
def test_whole_names_of_holders_of_posts(text: str, name: str) -> None:
    assert {who for who, _ in ends(HANGZHOU + text, "HAS_ROLE")} == {name}


NOBODY = [
    "台江县第二小学校长高兴地说，学生都有了新书包。",
    "台江县第二小学校长再三强调，安全第一。",
    "台江县恒利电子有限公司的女工段长每月多拿五百元。",
    "台江县第二小学校长姓尉迟，学生都怕他。",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_holder_of_a_post(text: str) -> None:
    assert ends(HANGZHOU + text, "HAS_ROLE") == set()


CUT = [
    ("旺堆刚当园长", "旺堆刚", ["旺堆"]),
    ("司徒凯来当的总经理", "司徒凯来", ["司徒凯"]),
    ("拉桂千里当了总监", "拉桂千里", ["桂千里"]),
    ("阿果和阿支回来了", "阿果和阿支", ["阿果", "阿支"]),
    ("拉巴次仁当了书记", "拉巴次仁", ["拉巴次仁"]),
    ("李春来当了经理", "李春来", ["李春来"]),
    ("马志刚到了台江", "马志刚", ["马志刚"]),
]


@pytest.mark.parametrize(("text", "name", "names"), CUT, ids=[n for _, n, _ in CUT])
def test_names_without_the_words_beside(text: str, name: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in settled(text, (0, len(name)), text)] == names
