// name: origins
// zh: 搬来的企业来自哪里？
// en: Which companies came from which region?
// param: region place "广东" 企业原来的地区 | where the company came from
// columns: company 企业, origin 来自, tier 证据, company_id, origin_id, proof
// from region: UNWIND $region_ids AS start_id MATCH (o:Region {id: start_id})
MATCH (c:Company)-[r:CAME_FROM]->(o:Region)
WHERE $region = '' OR o.id IN $region_ids
RETURN c.name AS company, o.name AS origin, r.tier AS tier,
       c.id AS company_id, o.id AS origin_id, r.id AS proof
ORDER BY origin, origin_id, company, proof
