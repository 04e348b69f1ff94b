// name: figures
// zh: 关于某地、某企业有哪些数字？
// en: Which figures are reported of a place, a firm or a body?
// param: of place "三都" 地区、企业或机构，含其中的一切 | the place, firm or body, with all that lies in it
// param: indicator indicator "people_employed" 指标 | what is measured
// param: status status "outcome" 已实现、产能、目标或公布 | outcome, capacity, target or announced
// columns: subject 主体, indicator 指标, value 数值, unit 单位, modifier 约略, minimum 最小, maximum 最大, cohort 人群, status 性质, period_start 期初, period_end 期末, reported 报道日期, tier 证据, subject_id, proof
// reported: the date of the earliest article that gives the figure.
// from of: UNWIND $of_ids AS start_id MATCH (s:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
MATCH (f:Observation)-[:OBSERVED_OF]->(s)
WHERE ($of = '' OR s.id IN $of_ids) AND ($indicator = '' OR f.indicator = $indicator)
  AND ($status = '' OR f.status = $status)
MATCH (f)-[:STATED_IN]->(p:Passage)
MATCH (p)-[:IN_ARTICLE]->(a:Article)
WITH f, s, min(a.published) AS reported
RETURN s.name AS subject, f.indicator AS indicator, f.value AS value, f.unit AS unit,
       f.modifier AS modifier, f.minimum AS minimum, f.maximum AS maximum, f.cohort AS cohort,
       f.status AS status, f.period_start AS period_start, f.period_end AS period_end, reported,
       f.tier AS tier, s.id AS subject_id, f.id AS proof
ORDER BY subject, subject_id, indicator, coalesce(period_start, ''), value, proof
