// name: labour
// zh: 哪里向哪里输出劳务？
// en: Which places send workers where?
// param: origin place "三都" 输出地 | where the workers come from
// param: destination place "广州" 输入地 | where they go
// columns: origin 输出地, destination 输入地, count 人数, tier 证据, origin_id, destination_id, proof
// from origin: UNWIND $origin_ids AS start_id MATCH (a:Region|RelocationSite {id: start_id})
// from destination: UNWIND $destination_ids AS start_id MATCH (b:Region {id: start_id})
MATCH (a)-[r:SENDS_WORKERS_TO]->(b)
WHERE ($origin = '' OR a.id IN $origin_ids) AND ($destination = '' OR b.id IN $destination_ids)
RETURN a.name AS origin, b.name AS destination, r.count AS count, r.tier AS tier,
       a.id AS origin_id, b.id AS destination_id, r.id AS proof
ORDER BY origin, origin_id, destination, proof
