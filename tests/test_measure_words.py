"""What a figure measures: classes of wording with what looks like them and is no figure, or another one."""

from __future__ import annotations

import pytest
from test_measure import observed, told

Told = dict[str, tuple[float, ...]]

PEOPLE: dict[str, Told] = {
    "[[Company:远山食品]]优先聘用库区移民73名": {"people_employed": (73,)},
    "[[Company:远山食品]]雇了6个同乡": {"people_employed": (6,)},
    "[[Company:远山食品]]签约主播18人，季节性临工120名": {"people_employed": (18,), "employees": (120,)},
    "[[Workshop:巧娘工坊]]如今手下有36个姐妹": {"people_employed": (36,)},
    "[[Workshop:巧娘工坊]]60名搬迁妇女在流水线上装灯珠": {"people_employed": (60,)},
    "[[Company:蓝湾内衣]]有员工70人，旺季超过160人": {"employees": (70, 160)},
    "[[Company:远山制衣]]承租后安置搬迁群众150人": {"people_employed": (150,)},
    "[[RelocationSite:幸福里社区]]安置搬迁群众150人": {"residents": (150,)},
    "[[Facility:高坪职校]]招收库区移民子女320人": {},
    "[[Region:甘洛县]]聘请20名村民代表担任监督员": {},
    "[[Person:罗小芹]]一家五口都在[[Company:远山制衣]]上班": {},
    "[[RelocationSite:幸福里社区]]有一多半人在厂里做工": {},
    "[[Region:甘洛县]]到[[Region:佛山市]]务工的有2100人，其中由公司统一组织的为460人": {"workers_sent": (2100, 460)},
    "[[Region:甘洛县]]为2300名外出务工者讨薪维权": {"people_helped": (2300,)},
    "[[Person:石秋生]]带着4名骨干教师住进[[Facility:高坪中学]]": {},
    "[[Region:佛山市]]先后选派5名年轻人到[[Region:甘洛县]]当驻村第一书记": {
        "cadres_sent": (5,),
        "cadres_received": (5,),
    },
    "[[Region:佛山市]]援疆干部人才第六批88人": {"cadres_sent": (88,)},
    "[[Programme:巧手计划]]里，听过课的茶农已有900人": {"people_trained": (900,)},
    "[[Company:恒远集团]]员工一对一结对困难学生48名": {"people_helped": (48,)},
}

HOUSEHOLDS: dict[str, Told] = {
    "[[Region:甘洛县]]为130户蚕农供种": {"households": (130,)},
    "[[Company:远山食品]]带动养羊户1200户": {"households": (1200,)},
    "[[Company:远山菌业]]带动周边420户农户户均增收6000元": {"households": (420,), "income_year": (6000,)},
    "[[Company:远山食品]]救助困难农户36户": {"people_helped": (36,)},
}

THINGS: dict[str, Told] = {
    "类似的社区工厂，[[Region:甘洛县]]已办起47家": {"workshops": (47,)},
    "[[Company:蓝湾内衣]]在[[Region:甘洛县]]、[[Region:马边彝族自治县]]开了三个车间": {"workshops": (3,)},
    "[[Region:甘洛县]]办了28期果树课": {"training_sessions": (28,)},
    "[[Region:甘洛县]]组织干部赴[[Region:佛山市]]培训，6期共310人": {
        "training_sessions": (6,),
        "people_trained": (310,),
    },
    "[[Facility:高坪中学]]有31个孩子考上了内地班": {},
    "[[Park:同心产业园]]引进新品种74个": {},
    "[[Company:远山食品]]在[[Region:佛山市]]有四家门店": {},
    "[[Company:远山食品]]与[[Region:甘洛县]]的9个合作社签了收购合同": {},
    "[[Company:远山纺织]]已投产40万锭": {},
    "车间开在[[RelocationSite:幸福里社区]]3栋一楼": {},
    "[[Region:甘洛县]]打了12口井": {},
    "[[Park:同心产业园]]一期占地160亩": {},
    "[[Company:远山食品]]签下3000亩订单": {"planted_area": (3000,)},
    "[[Company:蓝湾内衣]]开了4条生产线，日产内衣1.2万件": {},
    "[[Company:远山食品]]年加工能力1.5万吨": {},
    "[[Region:佛山市]]帮助[[Company:远山食品]]扩建年榨鲜果3000吨的生产线": {},
}

MONEY: dict[str, Told] = {
    "[[Person:罗小芹]]去果园务工，挣了2.3万元": {"income_year": (23000,)},
    "[[Person:罗小芹]]每月工资3500元，加上计件奖金能拿到4200元": {"income_month": (3500, 4200)},
    "[[Person:罗小芹]]每年能拿6000多元流转费": {},
    "[[Region:甘洛县]]去年给村集体分红42万元": {},
    "[[Organization:青田银行]]给[[Region:甘洛县]]发放产业贷款2.8亿元": {},
    "[[Organization:佛山市指挥部]]花120万元修了[[Facility:高坪小学]]的操场": {"assistance_funds": (1200000,)},
    "[[Region:佛山市]]投资3800万元援建的[[Facility:高坪中学]]交付使用": {"assistance_funds": (38000000,)},
    "[[Region:佛山市]]向[[Region:甘洛县]]援助资金2600万元、实物折价180万元": {
        "assistance_funds": (26000000,),
        "donated_value": (1800000,),
    },
    "[[Company:恒远集团]]把15台净水机送到[[Facility:高坪小学]]，总价9.8万元": {
        "donated_items": (15,),
        "donated_value": (98000,),
    },
    "[[Organization:青田商会]]出资20万元为[[Facility:高坪小学]]添置课桌": {"donated_value": (200000,)},
}


@pytest.mark.parametrize(("text", "wanted"), [*PEOPLE.items(), *HOUSEHOLDS.items(), *THINGS.items(), *MONEY.items()])
def test_what_a_figure_measures(text: str, wanted: Told) -> None:
    found = {(indicator, value) for _, indicator, value in told(text + "。")}
    assert found == {(indicator, float(value)) for indicator, values in wanted.items() for value in values}


STATUS = {
    "[[Company:蓝湾内衣]]将投资8000万元建设二期": "target",
    "[[Region:甘洛县]]下一步将引进企业8家": "target",
    "[[Region:佛山市]]即将向[[Region:甘洛县]]拨付资金600万元": "target",
    "[[Company:蓝湾内衣]]年底前要招满300人": "target",
    "项目建成后，[[Company:蓝湾内衣]]可年产内衣300万件，带动就业400人": "target",
    "[[Park:同心产业园]]可容纳企业60家": "capacity",
    "[[Company:恒远集团]]承诺捐赠500万元": "announced",
    "[[Organization:青田商会]]将50万元捐给[[Facility:高坪小学]]": "outcome",
    "[[Region:佛山市]]为[[Region:甘洛县]]争取资金780万元": "outcome",
    "[[Region:佛山市]]实施支教计划选派教师30名到[[Region:甘洛县]]": "outcome",
    "[[Company:蓝湾内衣]]建成后已吸纳就业300人": "outcome",
}


@pytest.mark.parametrize(("text", "wanted"), STATUS.items())
def test_whether_it_is_a_plan(text: str, wanted: str) -> None:
    assert [o.status for o in observed(text + "。")][-1] == wanted
