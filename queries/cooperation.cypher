// name: cooperation
// zh: 谁与谁合作？
// en: Who cooperates with whom?
// param: either place "黄埔" 任何一方 | either side
// columns: one 一方, other 另一方, tier 证据, one_id, other_id, proof
// from either: UNWIND $either_ids AS start_id MATCH (near:Organization|Company|Region|Facility|RelocationSite {id: start_id})
// from either: OPTIONAL MATCH (side)-[:COOPERATES_WITH]->(near) UNWIND [near.id, side.id] AS side_id WITH DISTINCT side_id
// from either: MATCH (a:Organization|Company|Region|Facility|RelocationSite {id: side_id})
MATCH (a)-[r:COOPERATES_WITH]->(b)
WHERE $either = '' OR a.id IN $either_ids OR b.id IN $either_ids
RETURN a.name AS one, b.name AS other, r.tier AS tier, a.id AS one_id, b.id AS other_id,
       r.id AS proof
ORDER BY one, other, proof
