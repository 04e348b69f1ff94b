"""Sender and receiver told side by side in one sentence: what a person is at home, and where the person works now."""

from __future__ import annotations

import pytest
from test_posts import told

_PAIRED = "西湖区对口帮扶剑河县。"

BOTH = [  # a person, the sender, the receiver
    ("西湖区第一医院骨科医生周建国等4名专家到剑河县中医院开展帮扶。", "西湖区第一医院", "剑河县中医院"),
    ("西湖区第三中学的周建国在剑河县第一中学教高二物理。", "西湖区第三中学", "剑河县第一中学"),
    ("西湖区第一医院的周建国则在剑河县中医院干了十个月，没有一例转院。", "西湖区第一医院", "剑河县中医院"),
    ("今年2月，周建国告别西湖区第三中学，来到剑河县第一中学任校长。", "西湖区第三中学", "剑河县第一中学"),
    ("周建国，45岁，西湖区水务局工程师，眼下在剑河县水利局管着三条渠。", "西湖区水务局", "剑河县水利局"),
    ("剑河县中医院副院长一职，则由西湖区第一医院的骨科主任周建国挂任。", "西湖区第一医院", "剑河县中医院"),
    ("剑河县教育局副局长、来自西湖区教育局的周建国笑言，自己成了半个本地人。", "西湖区教育局", "剑河县教育局"),
    ("西湖区农业农村局派驻剑河县的农艺师周建国带来三个品种。", "西湖区农业农村局", "剑河县"),
    ("在剑河县中医院，西湖区第一医院的儿科医生周建国已经工作了八个月。", "西湖区第一医院", "剑河县中医院"),
    ("剑河县中医院儿科来了西湖区第一医院的周建国，门诊量翻了一番。", "西湖区第一医院", "剑河县中医院"),
    ("剑河县中医院骨科门诊里，坐诊的是西湖区第一医院的周建国。", "西湖区第一医院", "剑河县中医院"),
    ("担任剑河县中医院副院长的西湖区第一医院骨科主任周建国说，徒弟长进很快。", "西湖区第一医院", "剑河县中医院"),
    ("从西湖区第一医院到剑河县中医院，护士长周建国走了1800公里。", "西湖区第一医院", "剑河县中医院"),
    ("西湖区第一医院与剑河县中医院结对后，周建国主任就常驻这里。", "西湖区第一医院", "剑河县中医院"),
    ("西湖区第三中学先后将周建国、李小龙两位骨干送到剑河县第一中学任教。", "西湖区第三中学", "剑河县第一中学"),
    ("西湖区文旅局的周建国接过了剑河县文旅局副局长的担子。", "西湖区文旅局", "剑河县文旅局"),
    ("西湖区民政局的周建国接替李小龙，出任剑河县民政局副局长。", "西湖区民政局", "剑河县民政局"),
    ("周建国的娘家是西湖区第三中学，如今在剑河县第一中学当校长。", "西湖区第三中学", "剑河县第一中学"),
    ("帮扶专家：周建国（西湖区第一医院），派驻剑河县中医院。", "西湖区第一医院", "剑河县中医院"),
    ("剑河县人大常委会决定，任命西湖区翠苑街道副主任周建国为副县长。", "翠苑街道", "剑河县"),
    ("剑河县财政局干部周建国到西湖区财政局挂职半年，任预算科副科长。", "剑河县财政局", "西湖区财政局"),
    ("中国航天科工集团工程师周建国2019年赴任剑河县委副书记。", "中国航天科工集团", "剑河县"),
    ("西湖区第一医院超声科的周建国进驻剑河县中医院，当天就开诊。", "西湖区第一医院", "剑河县中医院"),
    ("西湖区第一医院已派来九名医生，其中骨科主任周建国任剑河县中医院副院长。", "西湖区第一医院", "剑河县中医院"),
    ("李小龙、周建国都来自西湖区第三中学，在剑河县第一中学支教。", "西湖区第三中学", "剑河县第一中学"),
    (
        "西湖区第三中学的周建国老师、西湖区第二小学的李小龙老师分别到剑河县第一中学、剑河县城关小学任教。",
        "西湖区第三中学",
        "剑河县第一中学",
    ),
    ("医疗队到了剑河县。西湖区第一医院的骨科医生周建国第二天就上了手术台。", "西湖区第一医院", "剑河县"),
    ("周建国，西湖区第一医院外科医生，剑河县中医院副院长。", "西湖区第一医院", "剑河县中医院"),
    ("周建国说：“去年我从西湖区第三中学来到剑河县第一中学任教。”", "西湖区第三中学", "剑河县第一中学"),
]

APART = [
    "周建国是西湖区第一医院的骨科副主任，爱说笑。去年秋天起，他在剑河县中医院带了六名徒弟。",
    "动身之前，周建国在西湖区第一医院做了六年副主任。如今，他是剑河县中医院的院长。",
]

NOBODY_SENT = [
    "西湖区第一医院院长周建国到剑河县中医院调研。",
    "西湖区委书记周建国一行来到剑河县岑松镇。",
    "西湖区财政局局长周建国在剑河县参加对接会。",
    "西湖区润达食品公司董事长周建国到剑河县岑松镇办厂。",
    "西湖区企业家周建国担任剑河县商会名誉会长。",
    "西湖区第一医院医生周建国每月到剑河县中医院义诊一次。",
    "西湖区第一医院医生周建国通过远程会诊指导剑河县中医院的同行。",
    "剑河县中医院医生周建国将赴西湖区第一医院进修。",
    "剑河县岑松镇村民周建国在西湖区一家酒店当厨师。",
    "剑河县中医院医生周建国到剑河县岑松镇卫生院坐诊。",
    "周建国说，“协作让企业从西湖区搬到剑河县，服务很到位”。",
    "由西湖区第一医院院长周建国任组长的专家组走进剑河县。",
    "剑河县与西湖区召开联席会议，派驻干部列席，西湖区教育局办公室主任周建国到会。",
    "在周建国撮合下，西湖区的绿野茶业有限公司去年来到剑河县。",
    "镇上的党员周建国辞掉西湖区的活，回来当剑河县岑松镇的村医。",
]


@pytest.mark.parametrize(("text", "sender", "receiver"), BOTH, ids=[t[:16] for t, _, _ in BOTH])
def test_home_and_place_of_work_on_two_sides_are_sender_and_receiver(text: str, sender: str, receiver: str) -> None:
    sent = {fact for fact in told(_PAIRED + text) if fact.startswith("周建国 SECONDED")}
    assert f"周建国 SECONDED_FROM {sender}" in sent
    assert f"周建国 SECONDED_TO {receiver}" in sent
    assert len([fact for fact in sent if "SECONDED_FROM" in fact]) == 1


@pytest.mark.parametrize("text", APART, ids=[t[:16] for t in APART])
def test_two_sentences_tell_the_two_ends(text: str) -> None:
    sent = {fact for fact in told(_PAIRED + text) if "SECONDED" in fact}
    assert {"周建国 SECONDED_FROM 西湖区第一医院", "周建国 SECONDED_TO 剑河县中医院"} <= sent


@pytest.mark.parametrize("text", NOBODY_SENT, ids=[t[:16] for t in NOBODY_SENT])
def test_a_visit_a_business_or_a_study_is_no_sending(text: str) -> None:
    assert {fact for fact in told(_PAIRED + text) if "SECONDED" in fact} == set()


def test_each_of_a_list_goes_to_the_place_in_the_same_turn() -> None:
    text = "西湖区第一医院的周建国、西湖区中医院的李小龙，分别在剑河县中医院和剑河县妇幼保健院带教。"
    sent = {fact for fact in told(_PAIRED + text) if "SECONDED" in fact}
    assert "周建国 SECONDED_TO 剑河县中医院" in sent
    assert "李小龙 SECONDED_TO 剑河县妇幼保健院" in sent
    assert "周建国 SECONDED_TO 剑河县妇幼保健院" not in sent


def test_who_works_beside_one_sent_was_sent_there_too() -> None:
    text = "西湖区第一医院的周建国任剑河县中医院副院长。除周建国外，西湖区中医院的李小龙也撑起了针灸科。"
    sent = {fact for fact in told(_PAIRED + text) if "SECONDED" in fact}
    assert {"李小龙 SECONDED_FROM 西湖区中医院", "李小龙 SECONDED_TO 剑河县中医院"} <= sent
