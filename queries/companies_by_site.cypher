// name: companies_by_site
// zh: 哪些企业搬进了哪些安置点？
// en: Which companies moved into which relocation sites?
// param: region place "三都" 安置点所在的地区 | where the site lies
// param: company name "制衣" 企业名称 | the company
// columns: company 企业, site 安置点, park 所在园区, since 入驻时间, tier 证据, company_id, site_id, place_proof, proof
// A company also counts when it moved into a park that lies in the site: then place_proof is the fact that says so.
MATCH (c:Company)-[r:MOVED_INTO]->(place)
WHERE $company = '' OR c.id IN $company_ids
OPTIONAL MATCH (place)-[lies:LOCATED_IN]->(around:RelocationSite)
WITH c, r, place, lies, around
WHERE place.label = 'RelocationSite' OR (place.label = 'Park' AND around.id IS NOT NULL)
WITH c, r,
     CASE WHEN place.label = 'RelocationSite' THEN place.id ELSE around.id END AS site_id,
     CASE WHEN place.label = 'RelocationSite' THEN place.name ELSE around.name END AS site,
     CASE WHEN place.label = 'Park' THEN place.name ELSE NULL END AS park,
     CASE WHEN place.label = 'Park' THEN lies.id ELSE NULL END AS place_proof
WHERE $region = '' OR site_id IN $region_ids
RETURN DISTINCT c.name AS company, site, park, r.since AS since, r.tier AS tier,
       c.id AS company_id, site_id, place_proof, r.id AS proof
ORDER BY site, site_id, company, proof, coalesce(place_proof, '')
