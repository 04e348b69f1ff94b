// name: roles
// zh: 谁在哪里担任什么职务？
// en: Who holds which post where?
// param: place place "三都" 单位、企业或地区 | the body, firm or place
// param: person name "连一舟" 人名 | the person
// columns: person 人物, title 职务, place 任职处, since 起始, until 截止, tier 证据, person_id, place_id, proof
// from place: UNWIND $place_ids AS start_id MATCH (b:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Programme {id: start_id})
// from person: UNWIND $person_ids AS start_id MATCH (p:Person {id: start_id})
MATCH (p:Person)-[r:HAS_ROLE]->(b)
WHERE ($place = '' OR b.id IN $place_ids) AND ($person = '' OR p.id IN $person_ids)
RETURN p.name AS person, r.title AS title, b.name AS place, r.since AS since, r.until AS until,
       r.tier AS tier, p.id AS person_id, b.id AS place_id, r.id AS proof
ORDER BY place, place_id, person, coalesce(title, ''), proof
