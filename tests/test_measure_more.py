"""Whose figure it is when other names stand nearer: what a story is about, who only owns, helps, speaks or is kin."""

from __future__ import annotations

import pytest
from test_measure import named, told

PAIR = "[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]。"

Told = set[tuple[str, str, float]]

STORIES: dict[str, tuple[tuple[str, ...], Told]] = {
    "the end of a park's name stands for it": (
        (
            "[[Park:绍马轻纺城]]开张了。",
            "轻纺城现有商户370家，去年用工5200人。",
        ),
        {("绍马轻纺城", "companies", 370), ("绍马轻纺城", "people_employed", 5200)},
    ),
    "an orchard is meant by 园里": (
        ("[[Region:马边彝族自治县]]的坡上有了[[Facility:竹海梨园]]。眼下园里有48名彝族群众务工。",),
        {("竹海梨园", "people_employed", 48)},
    ),
    "a park that is only set up in passing is what follows is about": (
        (
            PAIR + "[[Park:绍马工业园]]的牌子立在路口。",
            "[[Region:绍兴市]]与[[Region:马边彝族自治县]]牵手，次年合办工业园。如今已进驻企业29家，投产21家。",
        ),
        {("绍马工业园", "companies", 29), ("绍马工业园", "companies", 21)},
    ),
    "a market without a name owns its own figures": (
        (
            "[[Company:恒远集团]]来到[[Region:马边彝族自治县]]。这座商贸城由[[Company:恒远集团]]投建，眼下入驻商户860家。",
        ),
        set(),
    ),
    "a bare works without a name": (
        ("[[Company:远山制衣]]在[[Region:马边彝族自治县]]落户。工业城现有企业31家。",),
        set(),
    ),
    "the firm, not the parent that set it up": (
        (
            "油坊交由[[Company:竹海茶油公司]]经营。公司是[[Company:恒远集团]]2020年在[[Region:马边彝族自治县]]设立的子公司。"
            "去年销售收入2300万元，固定用工64人。",
        ),
        {("竹海茶油公司", "sales", 23_000_000), ("竹海茶油公司", "employees", 64)},
    ),
    "the firm, not one that holds shares": (
        (
            "村集体入股[[Company:竹海牧业公司]]，占股三成；其余股份中，[[Company:恒远集团]]持45%。"
            "去年公司卖出酸奶780吨。",
        ),
        {("竹海牧业公司", "sales_volume", 780)},
    ),
    "the workshop, not the firm whose orders it sews": (
        ("社区里办起[[Workshop:巧娘工坊]]，专接[[Company:远山制衣]]发来的手工活，31名走不开的妇女每月能添1600元。",),
        {("巧娘工坊", "people_employed", 31), ("巧娘工坊", "income_month", 1600)},
    ),
    "the county, not the university that helps": (
        (
            "[[Organization:西岭大学]]定点帮扶[[Region:马边彝族自治县]]。学校选派了3任副县长。"
            "直接投入帮扶资金2600万元，引进帮扶资金5100万元。",
        ),
        {("马边彝族自治县", "assistance_funds", 26_000_000), ("马边彝族自治县", "assistance_funds", 51_000_000)},
    ),
    "the centre that a helper pays for": (
        (PAIR + "路口的[[Facility:绍马检验中心]]由[[Region:绍兴市]]投资3100万元建成。",),
        {("绍马检验中心", "assistance_funds", 31_000_000)},
    ),
    "the park into which counties put their money": (
        (PAIR + "[[Region:马边彝族自治县]]、[[Region:甘洛县]]把到手的协作资金凑出6000万元，投进[[Park:绍马飞地园]]。",),
        {("绍马飞地园", "assistance_funds", 60_000_000)},
    ),
    "a county that is taken on is given to": (
        ("[[Organization:绍兴五金商会]]，认领[[Region:马边彝族自治县]]，三年捐资120万元。",),
        {("绍兴五金商会", "donated_value", 1_200_000), ("马边彝族自治县", "donated_value", 1_200_000)},
    ),
    "the wage of one who is not named": (
        ("[[Person:罗小芹]]在[[Workshop:巧娘工坊]]缝布偶；丈夫在外送快递，月入6000元。",),
        set(),
    ),
    "the wage of both is hers as well": (
        ("[[Person:罗小芹]]在[[Workshop:巧娘工坊]]缝布偶，丈夫也来帮工，两口子一个月拿7000元。",),
        {("罗小芹", "income_month", 7000)},
    ),
    "her own best month, though the words name the highest wage": (
        ("[[Person:罗小芹]]住进[[RelocationSite:幸福里社区]]。去年她计件工资最高的一个月领到4900元。",),
        {("罗小芹", "income_month", 4900)},
    ),
    "the wage in a firm is not its owner's": (
        ("[[Company:远山制衣]]的老板[[Person:高远]]从[[Region:绍兴市]]来，工人220名，保底工资2300元。",),
        {("远山制衣", "employees", 220), ("远山制衣", "income_month", 2300)},
    ),
    "what a farmer sells is not the firm's": (
        ("[[Company:竹海牧业公司]]带着大家养鸡。养殖户[[Person:高远]]去年卖鸡1200只，收入16万元。",),
        {("高远", "income_year", 160_000)},
    ),
    "what a manager tells is the firm's": (
        ("[[Company:竹海牧业公司]]在镇上。经理[[Person:高远]]说，去年卖了380万元。",),
        {("竹海牧业公司", "sales", 3_800_000)},
    ),
    "firms that stay with the helper": (
        (PAIR + "[[Region:绍兴市]]的14家企业在劳务站里挂了号。",),
        set(),
    ),
    "several firms together are the site's": (
        (
            "[[RelocationSite:幸福里社区]]楼下有[[Company:远山制衣]]和[[Company:竹溪灯饰]]。"
            "“两家加起来240个饭碗”，社区书记[[Person:高远]]说。",
        ),
        {("幸福里社区", "people_employed", 240)},
    ),
    "a county that a sentence only names in passing": (
        ("挂职[[Region:马边彝族自治县]]副县长的[[Person:高远]]快走了。他惦记着第二期，计划投资2000万元。",),
        set(),
    ),
    "a bulletin names the helper once": (
        (
            "截至9月底，[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]取得以下进展：",
            "一、产业合作进展顺利。",
            "二、人才支援。",
            "选派挂职干部4名，专业技术人才26名。",
        ),
        {("绍兴市", "cadres_sent", 4), ("绍兴市", "specialists_sent", 26)},
    ),
    "a count after people is not of the projects before": (
        (
            PAIR,
            "[[Region:马边彝族自治县]]去年落实项目16个，派来的干部，加上副县长[[Person:高远]]，一共4个。",
        ),
        {("马边彝族自治县", "projects", 16), ("马边彝族自治县", "cadres_received", 4)},
    ),
    "two kinds of pairs on one stage": (
        ("[[Region:马边彝族自治县]]的礼堂里，六对学校、四对医院的院长上台签字。",),
        {("马边彝族自治县", "schools_paired", 6), ("马边彝族自治县", "hospitals_paired", 4)},
    ),
    "after one county and another the province or prefecture is meant, or none": (
        (
            "[[Region:绍兴市]]帮扶[[Region:马边彝族自治县]]，投入4200万元；[[Region:佛山市]]帮扶[[Region:甘洛县]]，投入5100万元。"
            "产业上，引进27家企业，建成车间65个。",
        ),
        {("马边彝族自治县", "assistance_funds", 42_000_000), ("甘洛县", "assistance_funds", 51_000_000)},
    ),
    "a sentence that sums up one field is not about the garden before": (
        (
            PAIR,
            "[[Region:马边彝族自治县]]的[[Facility:竹海茶园]]去年卖茶300吨。消费帮扶方面，全年销售额2.6亿元。",
        ),
        {("竹海茶园", "sales_volume", 300), ("马边彝族自治县", "sales", 260_000_000)},
    ),
    "what was given to a school does not make it an employer": (
        ("[[Company:远山制衣]]捐了10万元给[[Facility:绿洲小学]]。第二期盖好，能再带80个人。",),
        {
            ("远山制衣", "donated_value", 100_000),
            ("绿洲小学", "donated_value", 100_000),
            ("远山制衣", "jobs_offered", 80),
        },
    ),
    "what one says who speaks for a firm": (
        (PAIR, "“去年给村里带来了210个岗位，”[[Company:远山制衣]]董事长[[Person:高远]]说。"),
        {("远山制衣", "jobs_offered", 210)},
    ),
    "a firm that is set up without a name": (
        (PAIR, "[[Region:马边彝族自治县]]的青年成立了合作社，去年种花椒4200亩，卖了1900万元。"),
        set(),
    ),
    "人多半 is no half man": (
        ("[[Park:同心产业园]]招的2600人多半住在这里。",),
        {("同心产业园", "people_employed", 2600)},
    ),
    "those who came with the one who speaks": (
        (PAIR, "答：我们这一批来了19位医生。"),
        {("绍兴市", "specialists_sent", 19)},
    ),
    "a works is meant by 厂里": (
        ("1100万元投进了[[Facility:竹海白茶加工厂]]。厂里固定工人53名，常年上工的还有40人。",),
        {
            ("竹海白茶加工厂", "assistance_funds", 11_000_000),
            ("竹海白茶加工厂", "employees", 53),
            ("竹海白茶加工厂", "people_employed", 40),
        },
    ),
    "the verb 签约 before a number": (
        ("[[Park:同心产业园]]盖好了厂房，签约16家，投产11家。",),
        {("同心产业园", "companies", 16), ("同心产业园", "companies", 11)},
    ),
    "each of the helper's towns sends its own": (
        (PAIR + "[[Region:浙江省]]派来80名支教教师，其中来自[[Region:绍兴市]]的18名。",),
        {("浙江省", "teachers_sent", 80), ("绍兴市", "teachers_sent", 18)},
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_whose_figure_it_is(name: str) -> None:
    paragraphs, wanted = STORIES[name]
    found = told(*paragraphs)
    assert {(s, i, float(v)) for s, i, v in wanted} == found


WORDS: dict[str, Told] = {
    "[[Company:远山制衣]]有83人，[[Company:竹溪灯饰]]57人。": {
        ("远山制衣", "employees", 83),
        ("竹溪灯饰", "employees", 57),
    },
    "[[Company:远山制衣]]去年开业，点名册上已有166人。": {("远山制衣", "employees", 166)},
    "[[Company:远山制衣]]派来的9人住在镇上。": set(),
    "[[Company:远山制衣]]收了当地一百三十多号人进厂。": {("远山制衣", "employees", 130)},
    "“在家门口能挣三千元！”[[Person:罗小芹]]笑得合不拢嘴。": {("罗小芹", "income_month", 3000)},
    "[[RelocationSite:幸福里社区]]有1420户、6180名居民。": {
        ("幸福里社区", "households", 1420),
        ("幸福里社区", "residents", 6180),
    },
    "[[Region:甘洛县]]培训村干部、农技员和致富带头人合计9200人次。": {("甘洛县", "people_trained", 9200)},
    "[[Region:甘洛县]]送去[[Region:佛山市]]学电商、学烘焙的妇女有74人。": {("甘洛县", "people_trained", 74)},
    "[[Company:远山制衣]]采购[[Region:甘洛县]]的土豆70吨、价值84万元。": {
        ("远山制衣", "sales_volume", 70),
        ("远山制衣", "sales", 840_000),
    },
    "[[Region:甘洛县]]外出务工6.1万人，其中落脚[[Region:佛山市]]1.4万人。": {
        ("甘洛县", "workers_sent", 61_000),
        ("甘洛县", "workers_sent", 14_000),
    },
    "[[Park:同心产业园]]让1900名搬迁群众在家门口端上了饭碗。": {("同心产业园", "people_employed", 1900)},
    "[[Region:甘洛县]]组织27名村支书到[[Region:佛山市]]取经。": set(),
    "[[Region:甘洛县]]外出就业1.7万人，送出务工人员2300人。": {
        ("甘洛县", "workers_sent", 17_000),
        ("甘洛县", "workers_sent", 2300),
    },
    "[[Facility:恒远小学]]的班上招了45名学生。": set(),
    "满载320名务工人员的专列从[[Region:甘洛县]]开出。": {("甘洛县", "workers_sent", 320)},
    "[[Region:佛山市]]资助[[Region:甘洛县]]改建学校7所，花去2900万元。": {("甘洛县", "assistance_funds", 29_000_000)},
    "去年，[[Region:佛山市]]投[[Region:甘洛县]]3500万元。": {("甘洛县", "assistance_funds", 35_000_000)},
}


@pytest.mark.parametrize("sentence", WORDS)
def test_plain_words_for_figures(sentence: str) -> None:
    assert told(sentence) == {(s, i, float(v)) for s, i, v in WORDS[sentence]}


KINDS: dict[str, tuple[tuple[str, ...], Told]] = {
    "the things in an account of aid, each with its sum": (
        (
            "[[Region:绍兴市]]今年安排[[Region:马边彝族自治县]]援建项目8个。列入首批的有2个："
            "[[Facility:高坪小学]]，1280万元；[[Facility:马边县医院]]高压氧舱，950万元。",
        ),
        {
            ("马边彝族自治县", "projects", 8),
            ("高坪小学", "assistance_funds", 12_800_000),
            ("马边县医院", "assistance_funds", 9_500_000),
        },
    ),
    "where the money goes is told after the sum": (
        (PAIR + "今年的协作资金共3100万元。其中1200万元用于[[Park:同心产业园]]。",),
        {("马边彝族自治县", "assistance_funds", 31_000_000), ("同心产业园", "assistance_funds", 12_000_000)},
    ),
    "goods in a list after words of giving": (
        ("[[Organization:青田商会]]到[[Facility:高坪小学]]捐赠一批物资。清单上写着：棉衣320件、书包210个。",),
        {("青田商会", "donated_items", 320), ("青田商会", "donated_items", 210)},
    ),
    "machines of a factory are no gift": (
        ("[[Company:远山制衣]]捐赠校服后回到车间。车间里有缝纫机120台。",),
        set(),
    ),
    "a rent is no aid": (
        (PAIR + "[[Region:绍兴市]]援建了[[Facility:高坪小学]]。[[Company:远山制衣]]的月租3万元。",),
        set(),
    ),
    "how often they came, before how many": (
        ("[[Region:绍兴市]]先后选派教师两批19名到[[Region:马边彝族自治县]]。",),
        {("绍兴市", "teachers_sent", 19), ("马边彝族自治县", "teachers_received", 19)},
    ),
    "two plates are no money": (("两块牌子挂在[[Park:同心产业园]]门口。",), set()),
    "wages of a whole year": (
        ("[[Person:罗小芹]]去年一年从车间领到工资4.2万元。",),
        {("罗小芹", "income_year", 42_000)},
    ),
    "taxes and loans are none of these": (
        ("[[Company:远山制衣]]去年交税310万元，又贷款500万元。",),
        set(),
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_a_figure_is(name: str) -> None:
    paragraphs, wanted = KINDS[name]
    assert {(named(s), i, float(v)) for s, i, v in wanted} == told(*paragraphs)
