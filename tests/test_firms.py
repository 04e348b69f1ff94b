"""Firms named without a legal form, by the trade that ends their name and what marks them as firms."""

from __future__ import annotations

import pytest
from extraction_samples import found, mentions, row


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("园区先后引进了瑞禾服饰、金谷食品、蓝岭电子等6家企业。", {"瑞禾服饰", "金谷食品", "蓝岭电子"}),
        row("由绵绣针织、恒发五金、优品玩具三家公司承租。", {"绵绣针织", "恒发五金", "优品玩具"}),
        row("南通宏达家纺落户勉县，年产被套十万套。", {"南通宏达家纺"}),
        row("青海的羊毛送到了龙头企业雪绒纺织。", {"雪绒纺织"}),
        row("引进浙江天禾农业、本地的众兴合作社两家企业。", {"浙江天禾农业", "众兴合作社"}),
        row("温州意达鞋业、安岳柠都食品和当地政府签约。", {"温州意达鞋业", "安岳柠都食品"}),
        row("茶企“云岭芽”今年又来收茶。", {"云岭芽"}),
        row("酒企“醉石潭”包下了全村的高粱。", {"醉石潭"}),
        row("羽绒企业雪雁飞扬在社区开了分厂。", {"雪雁飞扬"}),
        row("盐城市大丰区企业丰源种业把种子送来。", {"丰源种业"}),
        row("镇里的嘉穗鞋业正缺人手。", {"嘉穗鞋业"}),
        row("做竹凉席的江西岭禾竹业去年卖了三千万元。", {"江西岭禾竹业"}),
        row("记者走进盛昌塑业的车间，十几台注塑机正在运转。", {"盛昌塑业"}),
        row("园区里，来自青岛的海跃机电、威海的铭丰渔具挨在一起。", {"海跃机电", "铭丰渔具"}),
        row("这批订单来自宁波的一家外贸企业——恒洲针织。", {"恒洲针织"}),
        row(
            "上海禾恬电子商务有限公司、沪上秋橘、老渔歌等3家沪企落户。",
            {"上海禾恬电子商务有限公司", "沪上秋橘", "老渔歌"},
        ),
        row("一家取名“百禾”的绣品企业接了单。", {"百禾"}),
        row("它在县里注册了全资子公司青海源洁。", {"青海源洁"}),
        row("他与城口县供销社合办巴岭海味食品公司。", {"巴岭海味食品公司"}),
        row("供货方贵州源杞生物科技有限公司来了人。", {"贵州源杞生物科技有限公司"}),
        row("昌盛源药业和百岁堂饮片厂先后落户。", {"昌盛源药业", "百岁堂饮片厂"}),
        row("客商到滕州市机床厂当学徒。", {"滕州市机床厂"}),
        row("西吉县向禾家庭农场种了菜。", {"西吉县向禾家庭农场"}),
        row("镇里引进苏州丽人服饰，开了两条生产线。", {"苏州丽人服饰"}),
        row("他带来的龙游特种纸机、竹下小酒、野岭郎等9家企业投产。", {"龙游特种纸机", "竹下小酒", "野岭郎"}),
        row(
            "首批进驻的有元岭梦里坚果、上海丰岭米业有限公司和一只松鼠物流，投资3.9亿元。",
            {"元岭梦里坚果", "上海丰岭米业有限公司", "一只松鼠物流"},
        ),
        row("镇上冒出3家小厂，其中富岭塑胶、三姐妹缝纫店专做座垫。", {"富岭塑胶", "三姐妹缝纫店"}),
        row("江阴市新岭绒业与霞客绣品三家企业西迁。", {"江阴市新岭绒业", "霞客绣品"}),
        row("去年由余杭引进的“菇滋味”落户镇里。", {"菇滋味"}),
        row("银匠2009年创办了“寸岭银庄”。", {"寸岭银庄"}),
        row("她开了一家名叫“樟江里”的民宿。", {"樟江里"}),
        row("县里新引进京东物流，招了80人。", {"京东物流"}),
        row("隔壁的小苗制衣是本地人返乡创办的。", {"小苗制衣"}),
    ],
)
def test_a_firm_is_known_by_its_trade_and_its_company(text: str, wanted: set[str]) -> None:
    assert found(text, "Company") == wanted


@pytest.mark.parametrize(
    "text",
    [
        row("他做过服装、电子、食品加工，样样都懂。"),
        row("展销期间共有23家西藏企业参展，园内现有18家企业，全县已有83家公司。"),
        row("福建籍企业家周志岭投资的厂子招工，他到乌龙镇投资办厂。"),
        row("头一笔4000万元，买下涪陵三家资不抵债的国企。"),
        row("线上销售夷陵红茶、宜昌蜜橘等1860万元。"),
        row("木呷子铁在越西县城打工，韦美岭进厂三年。"),
        row("发展特色农业、乡村旅游、农村电商，增收路子更宽。"),
        row("这里有服装、鞋业、箱包等5家企业。"),
        row("群众在家门口的企业上班，很多妇女在服装企业、电子企业打工。"),
        row("电商企业、物流企业、旅游企业都来了。"),
        row("当地的服饰很有民族特色，民族服饰卖得好。"),
        row("企业家把企业文化、职业教育带进了山。"),
        row("县里的教育、医疗、文化、旅游样样有进步。"),
        row("数字经济、生态农业、绿色能源是三张名片。"),
        row("他学的是机械制造，妻子学的是食品科技。"),
        row("引进智能制造、纺织服装、新能源等产业。"),
        row("干部们谈教育、谈医疗、谈乡村文化。"),
        row("有3家企业、12个项目、500名工人来到园区。"),
        row("品牌建设和品牌推广一起抓，企业负责人很满意。"),
        row("浙江游客赴贵州旅游，一路上说说笑笑。"),
        row("富硒茶业签约，订单农业投产，设施蔬菜建起大棚。"),
        row("29家企业“组团”赴西部，签约两亿元。"),
        row("全县有粉条厂一家，她进过电子厂，也在鞋厂干过。"),
        row("在网上销出白牦牛肉，喝起酥油茶来一点不见外。"),
        row("县教育体育和科技部门都来了人。"),
        row("现代农业、高效农业是方向。", bug="高效农业 beside another trade is read as a firm"),
        row("西北光伏、西部能源的价格下跌。", bug="a compass direction is taken for the stem of a firm"),
    ],
)
def test_a_trade_is_no_firm(text: str) -> None:
    assert found(text, "Company") == set()


@pytest.mark.parametrize(
    ("text", "county", "firm"),
    [
        row("南通宏达家纺落户勉县，勉县的姑娘们学起了缝纫。", "勉县", "南通宏达家纺"),
        row(
            "凌云县引来三门峡悦岭茶业，凌云县的茶不愁卖。",
            "凌云县",
            "三门峡悦岭茶业",
        ),
        row("乐至县的桑叶送到了乐至丝路蚕桑公司。", "乐至县", "乐至丝路蚕桑公司"),
        row("榕江苗疆果业、龙里山妹子食品两家公司都在招人。", None, "榕江苗疆果业"),
        row("榕江苗疆果业、龙里山妹子食品两家公司招人。", None, "龙里山妹子食品"),
        row(
            "引进从江月亮山农业、榕江苗疆果业等企业。",
            None,
            "从江月亮山农业",
            bug="the 从 of 从江 is read as the preposition",
        ),
        row("龙里刺梨王食品公司把刺梨卖到了广州。", None, "龙里刺梨王食品公司"),
    ],
)
def test_a_division_that_opens_a_firms_name_is_part_of_it(text: str, county: str | None, firm: str) -> None:
    assert firm in found(text, "Company")
    assert found(text, "Region") - {"广州"} == ({county} if county else set())


def test_a_short_form_is_the_firm_itself() -> None:
    text = (
        "2022年，江苏晨辉袜业有限公司来到石阡县。晨辉袜业租下两层楼。\n"
        "晨辉袜业的机器有一百台。江苏晨辉袜业有限公司还要扩产，晨辉公司的名声传开了。"
    )
    firms = [m for m in mentions(text) if m.label == "Company"]
    assert [m.surface for m in firms][:3] == ["江苏晨辉袜业有限公司", "晨辉袜业", "晨辉袜业"]
    assert len({m.entity.id for m in firms if m.surface.endswith(("袜业", "袜业有限公司"))}) == 1
    assert "晨辉袜业" in firms[0].entity.aliases and firms[1].entity.name == "江苏晨辉袜业有限公司"


def test_two_firms_of_one_group_stay_two() -> None:
    text = "江苏绿扬食品有限公司在清涧县办了厂，榆林绿扬红枣开发有限公司挂了牌。江苏绿扬食品有限公司很满意。"
    ids = {m.surface: m.entity.id for m in mentions(text) if m.label == "Company"}
    assert len(set(ids.values())) == 2


def test_a_coined_brand_alone_is_the_firm() -> None:
    text = "2022年，来自宝安的鹏禾塑胶整体迁来。鹏禾招了80名女工，鹏禾的老板很满意。"
    firms = [m for m in mentions(text) if m.label == "Company"]
    assert [m.surface for m in firms] == ["鹏禾塑胶", "鹏禾", "鹏禾"]
    assert {m.entity.name for m in firms} == {"鹏禾塑胶"}


def test_a_branch_is_not_the_firm() -> None:
    text = "镇里的嘉穗鞋业正缺人手。他当上了嘉穗鞋业石阡分公司的厂长。"
    assert {m.entity.name for m in mentions(text) if m.label == "Company"} == {"嘉穗鞋业", "嘉穗鞋业石阡分公司"}
