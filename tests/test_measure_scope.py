"""How far a subject reaches: parts of a sentence, sections, lists, places named aside, and names that are not known."""

from __future__ import annotations

import pytest
from test_measure import told

PAIR = "[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]。"

Told = set[tuple[str, str, float]]

STORIES: dict[str, tuple[tuple[str, ...], Told]] = {
    "each part between semicolons has its own subject": (
        (
            PAIR + "协作资金里，1200万元用于[[Park:青禾产业园]]，建筑面积1.5万平方米；"
            "400万元用于[[Workshop:巧娘工坊]]，吸纳搬迁群众86名。",
        ),
        {
            ("青禾产业园", "assistance_funds", 12_000_000),
            ("青禾产业园", "floor_area", 15_000),
            ("巧娘工坊", "assistance_funds", 4_000_000),
            ("巧娘工坊", "people_employed", 86),
        },
    ),
    "a numbered item takes nothing from the one before it": (
        (PAIR + "重点项目有：（1）[[Park:青禾产业园]]：入驻企业9家；（2）牦牛育肥：今年卖出冻肉35吨。",),
        {("青禾产业园", "companies", 9), ("马边彝族自治县", "sales_volume", 35)},
    ),
    "what is left of a sum is not of the last item": (
        (
            PAIR
            + "[[Region:绍兴市]]安排协作资金2000万元，其中[[Facility:高坪卫生院]]改造900万元，其余1100万元用于奖补茶产业。",
        ),
        {
            ("马边彝族自治县", "assistance_funds", 20_000_000),
            ("高坪卫生院", "assistance_funds", 9_000_000),
            ("马边彝族自治县", "assistance_funds", 11_000_000),
        },
    ),
    "the whole sum is not of the part's place": (
        (PAIR + "今年[[Region:绍兴市]]投入协作资金1500万元，其中300万元用于[[RelocationSite:幸福里社区]]。",),
        {("马边彝族自治县", "assistance_funds", 15_000_000), ("幸福里社区", "assistance_funds", 3_000_000)},
    ),
    "a new section leaves the station of the section before": (
        (
            PAIR + "（一）劳务协作。挂牌成立[[Facility:马边劳务服务站]]。",
            "（二）消费帮扶。上半年销售农特产品1300万元。",
        ),
        {("马边彝族自治县", "sales", 13_000_000)},
    ),
    "a bulletin names its county only in the title": (
        ("[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]情况", "一、资金", "本年度到位援助资金4300万元。"),
        {("马边彝族自治县", "assistance_funds", 43_000_000)},
    ),
    "a place where the thing only lies": (
        (
            "[[Park:青禾产业园]]建成了。设在[[Region:苏坝镇]]，由[[Company:恒远集团]]负责运营，入驻商户18家，带动就业76人。",
        ),
        {("青禾产业园", "companies", 18), ("青禾产业园", "people_employed", 76)},
    ),
    "a town beside which it stands": (
        (PAIR + "[[Park:青禾产业园]]坐落在[[Region:苏坝镇]]，[[Region:绍兴市]]前后拨付援助资金1700万元。",),
        {("青禾产业园", "assistance_funds", 17_000_000)},
    ),
    "the developer is named aside": (
        ("[[Park:青禾产业园]]开园，开发商是[[Company:恒远集团]]，厂房2.6万平方米，入驻企业11家，年产值3亿元。",),
        {
            ("青禾产业园", "floor_area", 26_000),
            ("青禾产业园", "companies", 11),
            ("青禾产业园", "output_value", 300_000_000),
        },
    ),
    "one who runs the base for others": (
        ("[[Facility:竹海菜园基地]]去年建成，[[Company:恒远集团]]负责经营，常年有190人在这里干活。",),
        {("竹海菜园基地", "people_employed", 190)},
    ),
    "all the firms of a list that are led by one 由": (
        ("[[Facility:竹海果业基地]]，由[[Company:远山果业合作社]]、[[Company:高坪果业合作社]]管护，吸纳务工170人。",),
        {("竹海果业基地", "people_employed", 170)},
    ),
    "a county beside its helper is the only one meant": (
        (
            PAIR + "[[Region:绍兴市]]、[[Region:马边彝族自治县]]两地开了三次联席会议，"
            "[[Region:绍兴市]]累计投入财政援助资金2.1亿元，实施协作项目110个。",
        ),
        {("马边彝族自治县", "assistance_funds", 210_000_000), ("马边彝族自治县", "projects", 110)},
    ),
    "figures handed out in turn": (
        (PAIR + "展销会上，[[Region:马边彝族自治县]]、[[Region:甘洛县]]的销售额分别为130万元、80万元。",),
        {("马边彝族自治县", "sales", 1_300_000), ("甘洛县", "sales", 800_000)},
    ),
    "a paper's name is no place": (
        ("[[Region:绍兴市]]日报5月30日消息 [[Region:绍兴市]]帮扶[[Region:马边彝族自治县]]，今年落地东部企业13家。",),
        {("马边彝族自治县", "companies", 13)},
    ),
    "people who work in a place named after them": (
        ("[[Company:远山园艺公司]]流转土地900亩，83名群众在[[Park:青禾产业园]]务工。",),
        {("远山园艺公司", "planted_area", 900), ("青禾产业园", "people_employed", 83)},
    ),
    "the works that were just built": (
        ("[[Company:恒远集团]]在[[Region:马边彝族自治县]]建成[[Facility:竹溪加工厂]]，吸纳群众就业210人。",),
        {("竹溪加工厂", "people_employed", 210)},
    ),
    "a relative clause belongs to the name after it": (
        ("北边是[[Park:青禾产业园]]，南边是住着1700多名搬迁群众的[[RelocationSite:幸福里社区]]。",),
        {("幸福里社区", "residents", 1700)},
    ),
    "people of a community are not its workers": (
        ("[[Company:远山制衣]]去年开业，安排[[RelocationSite:幸福里社区]]群众93人就业。",),
        {("远山制衣", "people_employed", 93)},
    ),
    "what is given to the school is not the helper's": (
        (PAIR + "[[Facility:马边第一中学]]缺实验室。[[Region:绍兴市]]出资260万元，给学校建起5间实验室。",),
        {("马边第一中学", "assistance_funds", 2_600_000)},
    ),
    "a wine house is the firm that makes wine": (
        (
            "[[Company:青禾合作社]]与人合办[[Company:马边竹海酒业公司]]。酒庄有固定员工32名。去年产酒11万瓶，收入900万元。",
        ),
        {
            ("马边竹海酒业公司", "employees", 32),
            ("马边竹海酒业公司", "sales_volume", 110_000),
            ("马边竹海酒业公司", "sales", 9_000_000),
        },
    ),
    "a base without a name is the firm's that the story is about": (
        ("2021年，他成立[[Company:远山菌业公司]]。眼下基地常年用工85人。",),
        {("远山菌业公司", "employees", 85)},
    ),
    "a quoted name that is not known has its own figures": (
        ("[[Company:远山制衣]]在镇上开工。服装品牌“巧手绣”租下800平方米厂房，去年用工56人。",),
        set(),
    ),
    "a firm that is not known after a province": (
        ("做竹器的[[Region:四川省]]南盘竹业去年产值6700万元。",),
        set(),
    ),
    "two schools told before are not counted anew": (
        (PAIR + "[[Region:绍兴市]]与[[Region:马边彝族自治县]]的教育结对早。两所学校去年签下协议。",),
        set(),
    ),
    "from one place to the other": (
        (PAIR + "双方互派挂职干部。[[Region:绍兴市]]派出干部6名，[[Region:马边彝族自治县]]到[[Region:绍兴市]]4名。",),
        {
            ("绍兴市", "cadres_sent", 6),
            ("马边彝族自治县", "cadres_received", 6),
            ("马边彝族自治县", "cadres_sent", 4),
            ("绍兴市", "cadres_received", 4),
        },
    ),
    "a county's office sends its own doctors": (
        (
            PAIR + "[[Organization:马边卫健局]]属[[Region:马边彝族自治县]]。[[Region:马边彝族自治县]]卫健局主任介绍，"
            "今年有14名本地医生到[[Region:绍兴市]]进修。",
        ),
        {("马边彝族自治县", "specialists_sent", 14), ("绍兴市", "specialists_received", 14)},
    ),
    "what helpers sell are the county's goods": (
        (PAIR + "[[Company:远山茶业]]投产。[[Region:绍兴市]]的机关今年帮销土特产1800万元。",),
        {("马边彝族自治县", "sales", 18_000_000)},
    ),
    "no preposition: 以来, 现在, 同样": (
        (
            PAIR + "今年以来[[Region:绍兴市]]向[[Region:马边彝族自治县]]选派干部6名，其中教师2名。",
            "现在[[Company:远山制衣]]已有员工300人。",
        ),
        {
            ("绍兴市", "cadres_sent", 6),
            ("马边彝族自治县", "cadres_received", 6),
            ("绍兴市", "teachers_sent", 2),
            ("马边彝族自治县", "teachers_received", 2),
            ("远山制衣", "employees", 300),
        },
    ),
    "a station is no place that sends workers": (
        (PAIR + "196名务工人员乘专列从[[Region:成都市]]东站出发。",),
        {("马边彝族自治县", "workers_sent", 196)},
    ),
    "each clause that begins with a place has its own": (
        (
            PAIR + "[[Region:绍兴市]]投入协作资金900万元，在[[Region:苏坝镇]]建成大棚86座，"
            "在[[Region:建设镇]]栽植茶叶1300亩。",
        ),
        {
            ("马边彝族自治县", "assistance_funds", 9_000_000),
            ("苏坝镇", "buildings", 86),
            ("建设镇", "planted_area", 1300),
        },
    ),
    "a firm has its figures in every place": (
        (PAIR + "[[Company:远山茶业]]在[[Region:苏坝镇]]落户，在[[Region:建设镇]]种植茶叶1300亩。",),
        {("远山茶业", "planted_area", 1300)},
    ),
    "a sum of its own in the next clause": (
        (
            PAIR + "[[Region:绍兴市]]累计投入协作资金2亿元，今年投入协作资金5200万元，"
            "用于[[Park:青禾产业园]]的有800万元。",
        ),
        {
            ("马边彝族自治县", "assistance_funds", 200_000_000),
            ("马边彝族自治县", "assistance_funds", 52_000_000),
            ("青禾产业园", "assistance_funds", 8_000_000),
        },
    ),
    "该项目 is what was built": (
        (PAIR + "[[Facility:苏坝中学]]由[[Region:绍兴市]]援建，去年竣工。该项目总投资1500万元，建筑面积5600平方米。",),
        {("苏坝中学", "investment", 15_000_000), ("苏坝中学", "floor_area", 5600)},
    ),
    "该县 brings in firms: no firm is meant": (
        (PAIR + "[[Region:马边彝族自治县]]在发展。该县通过协作引进企业12家，带动脱贫人口就业960人。",),
        {("马边彝族自治县", "companies", 12), ("马边彝族自治县", "people_employed", 960)},
    ),
    "the school that sends is the one told before": (
        (PAIR + "[[Facility:马边职业教育中心]]变了样。[[Region:绍兴市]]选派教师24人，学校选派66名教师进修。",),
        {
            ("绍兴市", "teachers_sent", 24),
            ("马边彝族自治县", "teachers_received", 24),
            ("马边职业教育中心", "teachers_sent", 66),
        },
    ),
    "a school that is not named sends its own": (
        (PAIR + "[[Region:绍兴市]]选派教师24人，学校选派66名教师进修。",),
        {("绍兴市", "teachers_sent", 24), ("马边彝族自治县", "teachers_received", 24)},
    ),
    "who tells it after the quotation": (
        ("“去年我们合作社卖了60吨核桃。”[[Company:青禾合作社]]理事长说。",),
        {("青禾合作社", "sales_volume", 60)},
    ),
    "a relative's wage is not the county's": (
        (PAIR + "[[Person:吉木阿呷]]在厂里上班，丈夫在[[Region:绍兴市]]务工，月入6000元。",),
        set(),
    ),
    "others than the person told before": (
        (PAIR + "[[Person:吉木阿呷]]每月能拿5500元；在车间上班的姐妹们，每月也有2600元。",),
        {("吉木阿呷", "income_month", 5500)},
    ),
    "a shop of one's own": (
        (PAIR + "[[Person:吉木阿呷]]开的直播间，目前雇了5名妇女，月均销售额8万元。",),
        {("吉木阿呷", "people_employed", 5), ("吉木阿呷", "sales", 80_000)},
    ),
    "one who brings others to grow something": (
        (PAIR + "[[Person:吉木阿呷]]在[[Region:苏坝镇]]推广种植茶叶2000亩。",),
        {("苏坝镇", "planted_area", 2000)},
    ),
    "the giver stands after the gift": (
        (PAIR + "[[Workshop:巧娘工坊]]里，82台电脑是[[Organization:绍兴商会]]捐的。",),
        {("绍兴商会", "donated_items", 82), ("巧娘工坊", "donated_items", 82)},
    ),
    "the helper's firms take workers on": (
        (PAIR + "[[Region:马边彝族自治县]]在外务工人员达2240人，其中[[Region:绍兴市]]吸纳318人。",),
        {("马边彝族自治县", "workers_sent", 2240), ("绍兴市", "people_employed", 318)},
    ),
    "a team in two hospitals": (
        (
            PAIR + "[[Organization:绍兴医疗队]]在[[Facility:马边医院]]、[[Facility:苏坝医院]]工作三年，"
            "诊疗患者9.6万人次。",
        ),
        {("绍兴医疗队", "people_helped", 96_000)},
    ),
    "where the firms come from is not whose jobs they are": (
        (PAIR + "[[Park:青禾产业园]]招商快。已有企业入驻，其中来自[[Region:成都市]]的11家，提供岗位2300个。",),
        {("青禾产业园", "jobs_offered", 2300)},
    ),
    "a firm's park without a name": (
        (PAIR + "[[Company:远山茶业]]投资建设的产业园开了。产业园年产值2800万元。",),
        {("远山茶业", "output_value", 28_000_000)},
    ),
    "a shop that is not named sells the county's goods": (
        (PAIR + "巧手便利店全年销售[[Region:马边彝族自治县]]特产640万元。",),
        {("马边彝族自治县", "sales", 6_400_000)},
    ),
    "many canteens are no canteen": (
        (PAIR + "[[Region:绍兴市]]123个[[Facility:单位食堂]]采购[[Region:马边彝族自治县]]农产品2300万元。",),
        {("马边彝族自治县", "sales", 23_000_000)},
    ),
    "a headmaster tells of others' wages": (
        (PAIR + "校长[[Person:吉木阿呷]]介绍，毕业生月薪普遍在5000元以上。",),
        {("马边彝族自治县", "income_month", 5000)},
    ),
    "items of a list without a stop": (
        ("[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]", "培训党政干部：612人次"),
        {("马边彝族自治县", "people_trained", 612)},
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_how_far_a_subject_reaches(name: str) -> None:
    paragraphs, wanted = STORIES[name]
    assert told(*paragraphs) == {(s, i, float(v)) for s, i, v in wanted}
