// name: workshops
// zh: 有哪些帮扶车间，在哪里？
// en: Which assistance workshops are there, and where?
// param: region place "三都" 所在地区 | where it lies
// columns: workshop 帮扶车间, place 地点, people_employed 带动就业, tier 证据, workshop_id, figure_proof, proof
// proof is the fact that gives the place, else the workshop itself; people_employed the largest figure reported.
// from region: UNWIND $region_ids AS start_id MATCH (w:Workshop {id: start_id})
MATCH (w:Workshop)
WHERE $region = '' OR w.id IN $region_ids
OPTIONAL MATCH (w)-[r:LOCATED_IN|MOVED_INTO]->(b)
OPTIONAL MATCH (f:Observation)-[:OBSERVED_OF]->(w)
WHERE f.indicator = 'people_employed' OR f.indicator = 'employees'
WITH w, r, b, max(f.value) AS people_employed, max(f.id) AS figure_proof
RETURN w.name AS workshop, b.name AS place, people_employed, r.tier AS tier,
       w.id AS workshop_id, figure_proof, coalesce(r.id, w.id) AS proof
ORDER BY workshop, workshop_id, proof
