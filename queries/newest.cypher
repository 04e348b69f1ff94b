// name: newest
// zh: 某地最新报道了什么？
// en: What was reported last of a place?
// param: of place "三都" 地区、企业或机构，含其中的一切 | the place, firm or body, with all that lies in it
// param: since date "2022" 从何时起的报道 | reported from here on
// columns: published 报道日期, subject 主体, says 说的是, object 客体, value 数值, unit 单位, modifier 约略, minimum 最小, maximum 最大, amount 金额（元）, since 时间, tier 证据, subject_id, proof
// Facts and figures, the newest first. says: a relation, or of a figure its indicator; published: when an article gave it first.
// from of: UNWIND $of_ids AS start_id MATCH (near:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
// from of: OPTIONAL MATCH (side)-[:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO|OBSERVED_OF]->(near)
// from of: UNWIND [near.id, side.id] AS side_id WITH DISTINCT side_id MATCH (x:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme|Observation {id: side_id})
MATCH (x:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme|Observation)-[r:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO|OBSERVED_OF]->(y)
WHERE $of = '' OR x.id IN $of_ids OR y.id IN $of_ids
UNWIND coalesce(r.passages, x.passages) AS passage_id
MATCH (p:Passage {id: passage_id})
MATCH (p)-[:IN_ARTICLE]->(a:Article)
WITH x, r, y, min(a.published) AS published
WHERE $since = '' OR published >= $since
RETURN published, coalesce(x.name, y.name) AS subject, coalesce(r.relation, x.indicator) AS says,
       CASE WHEN x.indicator IS NULL THEN y.name ELSE NULL END AS object, x.value AS value, x.unit AS unit,
       x.modifier AS modifier, x.minimum AS minimum, x.maximum AS maximum, r.amount AS amount, r.since AS since,
       coalesce(r.tier, x.tier) AS tier, CASE WHEN x.indicator IS NULL THEN x.id ELSE y.id END AS subject_id,
       coalesce(r.id, x.id) AS proof
ORDER BY coalesce(published, '') DESC, subject, subject_id, says, proof
