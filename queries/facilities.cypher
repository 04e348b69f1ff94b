// name: facilities
// zh: 某地有哪些园区、车间和设施？
// en: Which parks, workshops and facilities does a place have?
// param: region place "三都" 所在地区 | where they lie
// columns: facility 名称, kind 类别, place 地点, builder 建设方, runner 运营方, companies 入驻企业, proof
// place: where an article says that it lies, else the division it belongs to; proof is the park, workshop or facility.
// from region: MATCH (f:Park|Workshop|Facility) WHERE f.id IN $region_ids
MATCH (f:Park|Workshop|Facility)
WHERE $region = '' OR f.id IN $region_ids
OPTIONAL MATCH (f)-[:LOCATED_IN|MOVED_INTO]->(around)
WITH f, min(around.name) AS said
OPTIONAL MATCH (maker)-[:BUILT]->(f)
WITH f, said, min(maker.name) AS builder
OPTIONAL MATCH (keeper)-[:RUNS]->(f)
WITH f, said, builder, min(keeper.name) AS runner
OPTIONAL MATCH (c:Company)-[:MOVED_INTO]->(f)
WITH f, said, builder, runner, count(DISTINCT c.id) AS companies
OPTIONAL MATCH (home:Region {id: f.region})
RETURN f.name AS facility, f.label AS kind, coalesce(said, home.name) AS place, builder, runner, companies,
       f.id AS proof
ORDER BY kind, facility, proof
