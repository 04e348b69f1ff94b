// name: companies_by_park
// zh: 哪些企业入驻了哪些园区？
// en: Which companies moved into which parks?
// param: region place "三都" 园区所在的地区 | where the park lies
// param: company name "制衣" 企业名称 | the company
// columns: company 企业, park 园区, since 入驻时间, tier 证据, company_id, park_id, proof
// from region: UNWIND $region_ids AS start_id MATCH (p:Park {id: start_id})
// from company: UNWIND $company_ids AS start_id MATCH (c:Company {id: start_id})
MATCH (c:Company)-[r:MOVED_INTO]->(p:Park)
WHERE ($region = '' OR p.id IN $region_ids) AND ($company = '' OR c.id IN $company_ids)
RETURN c.name AS company, p.name AS park, r.since AS since, r.tier AS tier,
       c.id AS company_id, p.id AS park_id, r.id AS proof
ORDER BY park, park_id, company, proof
