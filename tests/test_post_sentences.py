"""Posts in whole texts: whose they are and in which house, and posts that are over or another's."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told
from test_posts import told as posts_told

HANGZHOU = "杭州市对口帮扶台江县\n浙江省杭州市对口帮扶贵州省台江县，拨付东西部协作资金3000万元。\n"
YUHANG = "浙江省杭州市余杭区对口帮扶陕西省榆林市横山区。\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # The post at home of somebody who was sent is told, though he has left it for a time.
        ("挂职安和县副县长的罗大勇，此前任厦门市集美区商务局副局长。", "罗大勇 任 集美区商务局 副局长"),
        ("支教队领队周启明原先是厦门市集美区实验小学的副校长。", "周启明 任 厦门市集美区实验小学 副校长"),
        # The words before the title are the name of the firm, or it was made by the other one.
        (
            "今年搬来的有西吉恒丰农业有限公司、泰和纺织有限公司。恒丰的总经理罗大勇是本地人。",
            "罗大勇 任 西吉恒丰农业有限公司 总经理",
        ),
        (
            "厦门鹭岛物流有限公司在镇上办起西吉清泉饮品厂。厂长罗大勇介绍，头一季收了680吨。",
            "罗大勇 任 西吉清泉饮品厂 厂长",
        ),
        # Who is in charge, right after the thing was named.
        ("西吉县吉强镇建起彩云制衣帮扶车间。负责人罗小妹说，订单排到了年底。", "罗小妹 任 彩云制衣帮扶车间 负责人"),
        ("西吉县清泉合作社去年流转土地两千亩。罗大勇当上了生产队长。", "罗大勇 任 西吉县清泉合作社 生产队长"),
        (
            "西吉县职业技术教育中心新开了两个专业。校长罗大勇说，孩子们毕业就能上岗。",
            "罗大勇 任 西吉县职业技术教育中心 校长",
        ),
        ("集美区派来的援宁联络组组长周启明请来了六家企业。", "周启明 任 援宁联络组 组长"),
    ],
)
def test_a_post_with_its_title(text: str, fact: str) -> None:
    assert fact in posts_told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # A post that is over, and nobody was sent.
        ("养殖场老板罗大勇原是安和县供销社主任，后来下海经商。", "安和县供销社 主任"),
        ("援宁医疗队的周启明退休前是厦门市第一医院的护理部主任。", "厦门市第一医院"),
        # Another house is named right before the title.
        ("厦门市集美中学将对口帮扶西吉县第三中学。鹭江中学校长周启明说得干脆。", "西吉县第三中学 校长"),
        ("恒利水产公司在县里落户。鹭岛鲜总经理周启明说，明年再上两条线。", "恒利水产公司 总经理"),
        ("厦门市集美区为县人民医院购置CT一台。卫生院院长罗大勇补充说，镇上也要一台。", "人民医院 院长"),
        # Two things were named, either may be meant.
        ("西吉县建起彩云制衣帮扶车间和巧手刺绣帮扶车间。负责人罗小妹说，订单排到了年底。", "帮扶车间 负责人"),
        # The firm is only where orders come from.
        ("镇上的厂子订单多数来自厦门鹭岛服装厂。负责人罗小妹说，忙不过来。", "厦门鹭岛服装厂 负责人"),
        ("周启明是福建鹭能集团下属煤矿的副矿长，来西吉县驻村。", "副矿长"),
    ],
)
def test_a_post_that_is_over_or_of_another_house(text: str, words: str) -> None:
    assert not any(words in fact for fact in posts_told(text))


POSTS = [
    # what else the person is stands between the post and the name
    ("台江县恒利电子有限公司总工程师仡佬族人付家清说，二期投产了。", {("付家清", "台江县恒利电子有限公司")}),
    ("台江县恒利电子有限公司法人代表、宁波籍企业家傅金土表示，订单多了。", {("傅金土", "台江县恒利电子有限公司")}),
    # whose post it was before
    (
        "陈晓东接了计春晖的班，现任台江县农业农村局副局长。",
        {("陈晓东", "台江县农业农村局")},
    ),
    (
        "接过物资的吴远志是台江县农业农村局局长，兼着台江县委农办主任。",
        {("吴远志", "台江县农业农村局"), ("吴远志", "台江县委农办")},
    ),
    ("单雨桐——台江县工信局副局长——给他们争取了65万元。", {("单雨桐", "台江县工信局")}),
    ("汤敬轩，宁波人，眼镜行业的老把式，宁波市明澈光学有限公司董事长。", {("汤敬轩", "宁波市明澈光学有限公司")}),
    # the village spoken of
    ("台江县老屯乡长滩村有215户。村支书姜凤山掐指一算，去年收入67万元。", {("姜凤山", "长滩村")}),
    ("“价钱好！”驻村第一书记柳春山抹了把汗。去年，台江县老屯乡长滩村卖了花椒。", {("柳春山", "长滩村")}),
    ("2022年5月，蒲小满到台江县老屯乡长滩村任第一书记助理。", {("蒲小满", "长滩村")}),
    ("台江县老屯乡长滩村通了水。村民组长施立坤笑言，再不用挑水了。", {("施立坤", "长滩村")}),
    # departments whose words hold a character of grammar
    ("带队的是宁波市人社局就业处副处长蒋云飞，他把床位抄在本子上。", {("蒋云飞", "宁波市人社局")}),
    ("台江县人民医院新生儿科主任许柔安说，守了41天。", {("许柔安", "台江县人民医院")}),
    # a body by the end of its name, a town that no gazetteer knows, a head of the section of a firm
    (
        "台江县老屯乡第二中学建成了，台江县第三中学也挂了牌。第二中学校长慕容岚说得干脆。",
        {("慕容岚", "老屯乡第二中学")},
    ),
    ("台江县方竹镇的大棚一溜排开。副镇长李大海也来了。", {("李大海", "方竹镇")}),
    ("同年9月，台江县华海中药有限责任公司开业，何雅丽任质检部长。", {("何雅丽", "台江县华海中药有限责任公司")}),
    ("台江县职业教育中心收到捐款100万元。该校校长税长青表示，设备开学就能用上。", {("税长青", "台江县职业教育中心")}),
    # a post before the present one
    (
        "台江县苏港中学校长惠国栋此前担任杭州市星港学校副校长。",
        {("惠国栋", "台江县苏港中学"), ("惠国栋", "杭州市星港学校")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS, ids=[t[:12] for t, _ in POSTS])
def test_all_posts_of_a_text(text: str, wanted: set[tuple[str, str]]) -> None:
    assert ends(HANGZHOU + text, "HAS_ROLE") == wanted


NO_POSTS = [
    "台江县老屯乡长滩村和台江县老屯乡南宫村都通了水。“真好！”远处的台江县城里，有人说。",
    "集聚区由宁波市意达服装有限公司投资。作坊主翟秀红说，以前要排三天队。",
    "宁波市供销商贸有限公司援建了超市。店长卯春花说，头几个月她连扫码枪都不敢碰。",
    "曾任台江县教育局局长的高建军已经退休。",
]


@pytest.mark.parametrize("text", NO_POSTS)
def test_no_posts(text: str) -> None:
    assert ends(HANGZHOU + text, "HAS_ROLE") == set()


def test_a_post_after_the_home_of_the_person() -> None:
    text = "冀望川来自杭州市中医医院，针灸科副主任，2023年到台江县人民医院帮扶。"
    assert ("冀望川", "杭州市中医医院") in ends(HANGZHOU + text, "HAS_ROLE")
    text = "冀望川来自杭州市中医医院，挂职副院长，2023年到台江县人民医院帮扶。"
    assert ("冀望川", "杭州市中医医院") not in ends(HANGZHOU + text, "HAS_ROLE")


def test_the_factory_is_no_group() -> None:
    text = "台江县彩云玩具厂去年投产。女工们收到一份礼物：宁波老三集团送来的300床空调被。工厂厂长艾小琳代大家收下。"
    assert "宁波老三集团" not in {where for _, where in ends(HANGZHOU + text, "HAS_ROLE")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "扬州市对口支援新源县。郑国梁已经来了三年。这名来自仪征市水利局的干部，现任新源县水利局副局长。",
            "郑国梁 HAS_ROLE 新源县水利局",
        ),
        (
            "中国中铁股份有限公司定点帮扶保德县。挂职干部鲍振华离开保德县时下着雪。三年里，这位副县长磨破五双胶鞋。",
            "鲍振华 HAS_ROLE 保德县",
        ),
        (
            "苏州工业园区结对帮扶松桃县。双方成立松桃苏绘苗绣工坊。石美英当起工坊负责人，手下绣娘130名。",
            "石美英 HAS_ROLE 松桃苏绘苗绣工坊",
        ),
        ("静海区结对帮扶镇原县。镇原县教育局局长赵延波希望明年再来办一届。", "赵延波 HAS_ROLE 镇原县教育局"),
    ],
)
def test_the_post_of_a_person_who_is_pointed_at(text: str, fact: str) -> None:
    assert fact in told(text, "HAS_ROLE")


def test_one_of_two_has_not_the_post_of_the_other() -> None:
    text = "一种是挂职副区长，眼下是王志成，榆林电业有限公司党建部主任；一种是双河村第一书记，李小军待到了第三个年头。"
    assert ("王志成", "双河村") not in ends(YUHANG + text, "HAS_ROLE")
