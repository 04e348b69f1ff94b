// name: builders
// zh: 谁建了哪些园区、车间、设施？
// en: Who built which parks, workshops and facilities?
// param: builder place "黄埔" 建设方 | who had it built
// param: region place "三都" 所在地区 | where it lies
// columns: builder 建设方, built 所建, kind 类别, since 时间, tier 证据, builder_id, built_id, proof
// from builder: UNWIND $builder_ids AS start_id MATCH (a:Region|Organization|Company {id: start_id})
// from region: UNWIND $region_ids AS start_id MATCH (b:Park|Workshop|Facility|RelocationSite|Company {id: start_id})
MATCH (a)-[r:BUILT]->(b)
WHERE ($builder = '' OR a.id IN $builder_ids) AND ($region = '' OR b.id IN $region_ids)
RETURN a.name AS builder, b.name AS built, b.label AS kind, r.since AS since, r.tier AS tier,
       a.id AS builder_id, b.id AS built_id, r.id AS proof
ORDER BY built, built_id, builder, proof
