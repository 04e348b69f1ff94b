// name: schools_hospitals
// zh: 哪些学校、医院结对或合作？
// en: Which schools and hospitals are paired, or cooperate?
// param: either place "三都" 任何一方 | either side
// param: word text "小学" 任一方名称中的字，如医院 | words of either name, such as 医院
// columns: one 一方, relation 关系, other 另一方, scheme 机制, since 起始, until 截止, tier 证据, one_id, other_id, proof
// A school or hospital is told by its name. How many were paired: duikou ask figures --indicator schools_paired.
// from either: UNWIND $either_ids AS start_id MATCH (near:Region|Organization|Facility|Company|RelocationSite {id: start_id})
// from either: OPTIONAL MATCH (side)-[:ASSISTS|COOPERATES_WITH]->(near) UNWIND [near.id, side.id] AS side_id WITH DISTINCT side_id
// from either: MATCH (a:Region|Organization|Facility|Company|RelocationSite {id: side_id})
MATCH (a)-[r:ASSISTS|COOPERATES_WITH]->(b)
WHERE ($either = '' OR a.id IN $either_ids OR b.id IN $either_ids)
  AND ($word = '' OR a.name CONTAINS $word OR b.name CONTAINS $word)
  AND any(kind IN ['学校', '小学', '中学', '学院', '大学', '幼儿园', '职校', '技校', '一中', '二中', '三中', '高中', '初中',
                   '职教中心', '医院', '卫生院', '卫生室', '保健院', '诊所', '疾控']
          WHERE a.name CONTAINS kind OR b.name CONTAINS kind)
RETURN a.name AS one, r.relation AS relation, b.name AS other, r.scheme AS scheme, r.since AS since,
       r.until AS until, r.tier AS tier, a.id AS one_id, b.id AS other_id, r.id AS proof
ORDER BY one, one_id, other, proof
