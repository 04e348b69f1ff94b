// name: secondments
// zh: 谁从哪里被派到哪里挂职、支援？
// en: Who was seconded from where to where?
// param: destination place "三都" 派往 | where they were sent
// param: sender place "黄埔" 派自 | who sent them
// param: person name "连一舟" 人名 | the person
// columns: person 人物, sender 派自, destination 派往, title 职务, since 起始, until 截止, tier 证据, person_id, sender_proof, proof
// from destination: UNWIND $destination_ids AS start_id MATCH (b:Region|RelocationSite|Organization|Facility {id: start_id})
// from sender: UNWIND $sender_ids AS start_id MATCH (home:Region|Organization|Facility|Company {id: start_id})
// from sender: MATCH (near:Person)-[:SECONDED_FROM]->(home) WITH DISTINCT near.id AS sent_id MATCH (p:Person {id: sent_id})
// from person: UNWIND $person_ids AS start_id MATCH (p:Person {id: start_id})
MATCH (p:Person)-[r:SECONDED_TO]->(b)
WHERE ($destination = '' OR b.id IN $destination_ids) AND ($person = '' OR p.id IN $person_ids)
OPTIONAL MATCH (p)-[h:SECONDED_FROM]->(a)
WITH p, r, b, h, a
WHERE $sender = '' OR a.id IN $sender_ids
RETURN p.name AS person, a.name AS sender, b.name AS destination, r.title AS title,
       r.since AS since, r.until AS until, r.tier AS tier, p.id AS person_id,
       h.id AS sender_proof, r.id AS proof
ORDER BY destination, person, person_id, proof, coalesce(sender_proof, '')
