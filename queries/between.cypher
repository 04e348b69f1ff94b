// name: between
// zh: 两地之间有哪些往来？
// en: What is there between two places?
// param: one place "黄埔" 一方 | one side
// param: other place "三都" 另一方 | the other side
// columns: subject 主体, home 来自, relation 关系, object 客体, title 职务, amount 金额（元）, items 物资, count 人数, since 起始, until 截止, tier 证据, subject_id, object_id, home_proof, proof
// Facts with one end in one place, or come or sent from there (home), and the other end in the other; either direction.
// from one: UNWIND $one_ids AS start_id MATCH (near:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
// from one: OPTIONAL MATCH (side)-[:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO]->(near)
// from one: UNWIND [near.id, side.id] AS side_id WITH DISTINCT side_id MATCH (a:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: side_id})
// from other: UNWIND $other_ids AS start_id MATCH (near:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
// from other: OPTIONAL MATCH (side)-[:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO]->(near)
// from other: UNWIND [near.id, side.id] AS side_id WITH DISTINCT side_id MATCH (a:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: side_id})
MATCH (a:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme)-[r:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO]->(b)
WHERE size(r.passages) > 0
OPTIONAL MATCH (a)-[h:CAME_FROM|SECONDED_FROM]->(o)
WHERE r.relation <> h.relation
WITH a, r, b, h, o, (a.id IN $one_ids OR coalesce(o.id, '') IN $one_ids) AS from_one, b.id IN $one_ids AS to_one,
     (a.id IN $other_ids OR coalesce(o.id, '') IN $other_ids) AS from_other, b.id IN $other_ids AS to_other
WHERE ($one = '' AND $other = '') OR ($other = '' AND (from_one OR to_one)) OR ($one = '' AND (from_other OR to_other))
   OR (from_one AND to_other) OR (from_other AND to_one)
RETURN a.name AS subject, o.name AS home, r.relation AS relation, b.name AS object, r.title AS title,
       r.amount AS amount, r.items AS items, r.count AS count, r.since AS since, r.until AS until, r.tier AS tier,
       a.id AS subject_id, b.id AS object_id, h.id AS home_proof, r.id AS proof
ORDER BY relation, subject, subject_id, object, proof, coalesce(home_proof, '')
