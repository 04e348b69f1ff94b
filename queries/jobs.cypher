// name: jobs
// zh: 哪些企业、车间、安置点提供了多少就业？
// en: How many jobs does each company, workshop and relocation site give?
// param: region place "三都" 所在地区、安置点或园区 | the division, site or park it lies in
// param: employer name "制衣" 企业、车间等的名称 | the company, workshop or the like
// columns: employer 用工方, kind 类别, site 安置点, park 所在园区, indicator 指标, value 数值, unit 单位, modifier 约略, minimum 最小, maximum 最大, cohort 人群, status 性质, period_start 期初, period_end 期末, reported 报道日期, tier 证据, employer_id, proof
// site: where the employer lies or moved into, or the site around its park; reported: the date of the earliest article.
// from region: MATCH (s:Company|Workshop|Park|Facility|RelocationSite) WHERE s.id IN $region_ids
// from employer: MATCH (s:Company|Workshop|Park|Facility|RelocationSite) WHERE s.id IN $employer_ids
MATCH (f:Observation)-[:OBSERVED_OF]->(s:Company|Workshop|Park|Facility|RelocationSite)
WHERE (f.indicator = 'people_employed' OR f.indicator = 'employees' OR f.indicator = 'jobs_offered')
  AND ($region = '' OR s.id IN $region_ids) AND ($employer = '' OR s.id IN $employer_ids)
OPTIONAL MATCH (s)-[:LOCATED_IN|MOVED_INTO]->(direct:RelocationSite)
WITH f, s, min(direct.name) AS direct
OPTIONAL MATCH (s)-[:LOCATED_IN|MOVED_INTO]->(p:Park)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(around:RelocationSite)
WITH f, s, direct, min(p.name) AS park, min(around.name) AS around
MATCH (f)-[:STATED_IN]->(q:Passage)
MATCH (q)-[:IN_ARTICLE]->(a:Article)
WITH f, s, direct, park, around, min(a.published) AS reported
RETURN s.name AS employer, s.label AS kind,
       CASE WHEN s.label = 'RelocationSite' THEN s.name ELSE coalesce(direct, around) END AS site, park,
       f.indicator AS indicator, f.value AS value, f.unit AS unit, f.modifier AS modifier, f.minimum AS minimum,
       f.maximum AS maximum, f.cohort AS cohort, f.status AS status, f.period_start AS period_start,
       f.period_end AS period_end, reported, f.tier AS tier, s.id AS employer_id, f.id AS proof
ORDER BY coalesce(site, ''), coalesce(park, ''), employer, employer_id, indicator, value, proof
