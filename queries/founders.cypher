// name: founders
// zh: 谁创办了哪些企业、车间？
// en: Who founded which firms and workshops?
// param: region place "三都" 所在地区 | where it lies
// columns: person 人物, founded 创办, kind 类别, since 时间, tier 证据, person_id, founded_id, proof
// from region: UNWIND $region_ids AS start_id MATCH (b:Company|Workshop|Facility|Organization {id: start_id})
MATCH (p:Person)-[r:FOUNDED]->(b)
WHERE $region = '' OR b.id IN $region_ids
RETURN p.name AS person, b.name AS founded, b.label AS kind, r.since AS since, r.tier AS tier,
       p.id AS person_id, b.id AS founded_id, r.id AS proof
ORDER BY founded, founded_id, person, proof
