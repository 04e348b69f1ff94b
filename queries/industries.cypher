// name: industries
// zh: 帮扶方来了哪些企业，办了哪些产业？
// en: Which companies came from a helper region, and what do they run, build or invest in?
// param: helper place "广州" 帮扶方、企业来自的地区 | the helper region that the company came from
// param: region place "三都" 落户或投资的地区 | where it settled or invested
// columns: company 企业, origin 来自, relation 做什么, into 对象, kind 类别, amount 金额（元）, since 时间, tier 证据, company_id, origin_proof, proof
// A company came from a helper region when an article says so (origin_proof), or when it is at home in a division that
// assists another. proof is what it did; of a company of which nothing is said, that it came, or the company.
// from helper: UNWIND $helper_ids AS start_id MATCH (near:Region|Company {id: start_id})
// from helper: OPTIONAL MATCH (comer:Company)-[:CAME_FROM]->(near) UNWIND [near.id, comer.id] AS side_id
// from helper: WITH collect(DISTINCT side_id) AS chosen MATCH (c:Company) WHERE c.id IN chosen
// from region: UNWIND $region_ids AS start_id MATCH (near:Region|RelocationSite|Park|Workshop|Facility|Company|Programme {id: start_id})
// from region: MATCH (mover:Company)-[:MOVED_INTO|LOCATED_IN|INVESTED_IN|BUILT|RUNS]->(near)
// from region: WITH collect(DISTINCT mover.id) AS chosen MATCH (c:Company) WHERE c.id IN chosen
MATCH (c:Company)
OPTIONAL MATCH (c)-[came:CAME_FROM]->(o:Region)
WITH c, came, o
OPTIONAL MATCH (home:Region {id: c.region})
OPTIONAL MATCH (home)-[helps:ASSISTS]->(helped)
WITH c, came, o, home, count(helps.id) AS helped
WHERE (came.id IS NOT NULL AND ($helper = '' OR o.id IN $helper_ids))
   OR (came.id IS NULL AND helped > 0 AND ($helper = '' OR home.id IN $helper_ids))
WITH c, came, coalesce(o.name, home.name) AS origin, coalesce(o.id, home.id) AS origin_id
OPTIONAL MATCH (c)-[r:MOVED_INTO|LOCATED_IN|INVESTED_IN|BUILT|RUNS]->(t)
WHERE t.id <> origin_id
WITH c, came, origin, r, t
WHERE $region = '' OR t.id IN $region_ids
RETURN c.name AS company, origin, r.relation AS relation, t.name AS into, t.label AS kind, r.amount AS amount,
       r.since AS since, coalesce(r.tier, came.tier) AS tier, c.id AS company_id, came.id AS origin_proof,
       coalesce(r.id, came.id, c.id) AS proof
ORDER BY origin, company, company_id, coalesce(relation, ''), coalesce(into, ''), proof, coalesce(origin_proof, '')
