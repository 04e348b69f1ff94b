// name: sites
// zh: 有哪些安置点，各有多少园区、企业和数字？
// en: Which relocation sites are there, with how many parks, companies and figures?
// param: region place "三都" 所在地区 | where the site lies
// columns: site 安置点, place 所在地, parks 园区数, companies 企业数, figures 数字条数, proof
// companies: those that moved into the site itself or into a park in it; proof is the site.
// from region: MATCH (s:RelocationSite) WHERE s.id IN $region_ids
MATCH (s:RelocationSite)
WHERE $region = '' OR s.id IN $region_ids
OPTIONAL MATCH (s)-[:LOCATED_IN]->(r:Region)
WITH s, min(r.name) AS said
OPTIONAL MATCH (p:Park)-[:LOCATED_IN]->(s)
WITH s, said, count(DISTINCT p.id) AS parks
OPTIONAL MATCH (here:Company)-[:MOVED_INTO]->(s)
WITH s, said, parks, collect(DISTINCT here.id) AS direct
OPTIONAL MATCH (inside:Company)-[:MOVED_INTO]->(:Park)-[:LOCATED_IN]->(s)
WHERE NOT inside.id IN direct
WITH s, said, parks, size(direct) AS direct, count(DISTINCT inside.id) AS indirect
WITH s, said, parks, direct + indirect AS companies
OPTIONAL MATCH (f:Observation)-[:OBSERVED_OF]->(s)
WITH s, said, parks, companies, count(DISTINCT f.id) AS figures
OPTIONAL MATCH (home:Region {id: s.region})
RETURN s.name AS site, coalesce(said, home.name) AS place, parks, companies, figures, s.id AS proof
ORDER BY site, proof
