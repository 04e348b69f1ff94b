// zh: 安置点、园区和企业
// en: Relocation sites, parks and companies
// param: place text "三都" 地名或安置点，空着是联系最多的三个 | a place or site; empty: the three best connected ones
WITH '' AS place
MATCH (site:RelocationSite)
OPTIONAL MATCH (home:Region {id: site.region})
WITH place, site, home
WHERE place = '' OR any(name IN site.names + coalesce(home.names, []) WHERE name CONTAINS place)
WITH site, COUNT { (site)--(:Entity) } AS links
ORDER BY links DESC, site.id
LIMIT 3
OPTIONAL MATCH lies = (site)-[:LOCATED_IN]->(:Region)
OPTIONAL MATCH direct = (site)<-[:MOVED_INTO|LOCATED_IN]-(:Company|Workshop|Park|Facility)
OPTIONAL MATCH inside = (site)<-[:LOCATED_IN]-(:Park)<-[:MOVED_INTO]-(:Company)
RETURN site, lies, direct, inside
LIMIT 200
