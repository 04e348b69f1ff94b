// name: companies_by_site
// zh: 哪些企业搬进了哪些安置点？
// en: Which companies moved into which relocation sites?
// param: region place "三都" 安置点所在的地区 | where the site lies
// param: company name "制衣" 企业名称 | the company
// columns: company 企业, site 安置点, place 所在地, park 所在园区, since 入驻时间, tier 证据, company_id, site_id, place_proof, proof
// A company also counts when it moved into a park that lies in the site: then place_proof is the fact that says so.
// from region: UNWIND $region_ids AS start_id MATCH (into:RelocationSite|Park {id: start_id})
// from company: UNWIND $company_ids AS start_id MATCH (c:Company {id: start_id})
MATCH (c:Company)-[r:MOVED_INTO]->(into)
WHERE $company = '' OR c.id IN $company_ids
OPTIONAL MATCH (into)-[lies:LOCATED_IN]->(around:RelocationSite)
WITH c, r, into, lies, around
WHERE into.label = 'RelocationSite' OR (into.label = 'Park' AND around.id IS NOT NULL)
WITH c, r,
     CASE WHEN into.label = 'RelocationSite' THEN into.id ELSE around.id END AS site_id,
     CASE WHEN into.label = 'RelocationSite' THEN into.name ELSE around.name END AS site,
     CASE WHEN into.label = 'RelocationSite' THEN into.region ELSE around.region END AS home_id,
     CASE WHEN into.label = 'Park' THEN into.name ELSE NULL END AS park,
     CASE WHEN into.label = 'Park' THEN lies.id ELSE NULL END AS place_proof
WHERE $region = '' OR site_id IN $region_ids
OPTIONAL MATCH (home:Region {id: home_id})
RETURN DISTINCT c.name AS company, site, home.name AS place, park, r.since AS since, r.tier AS tier,
       c.id AS company_id, site_id, place_proof, r.id AS proof
ORDER BY site, site_id, company, proof, coalesce(place_proof, '')
