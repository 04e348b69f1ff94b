// name: training
// zh: 哪些项目培训了多少人？
// en: How many people were trained, by which programme, body or place?
// param: of place "三都" 项目、机构、地区或其开展方 | the programme, body or place, or who runs it
// columns: subject 项目或主体, kind 类别, runner 开展方, indicator 指标, value 数值, unit 单位, modifier 约略, minimum 最小, maximum 最大, cohort 人群, status 性质, period_start 期初, period_end 期末, reported 报道日期, tier 证据, subject_id, proof
// People trained, sessions held, shares with a certificate. reported: the date of the earliest article.
// from of: UNWIND $of_ids AS start_id MATCH (near:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
// from of: OPTIONAL MATCH (near)-[:RUNS]->(run) UNWIND [near.id, run.id] AS side_id WITH DISTINCT side_id
// from of: MATCH (s:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: side_id})
MATCH (f:Observation)-[:OBSERVED_OF]->(s)
WHERE f.indicator = 'people_trained' OR f.indicator = 'training_sessions' OR f.indicator = 'certification_rate'
OPTIONAL MATCH (keeper)-[:RUNS]->(s)
WITH f, s, min(keeper.name) AS runner, sum(CASE WHEN keeper.id IN $of_ids THEN 1 ELSE 0 END) AS ours
WHERE $of = '' OR s.id IN $of_ids OR ours > 0
MATCH (f)-[:STATED_IN]->(p:Passage)
MATCH (p)-[:IN_ARTICLE]->(a:Article)
WITH f, s, runner, min(a.published) AS reported
RETURN s.name AS subject, s.label AS kind, runner, f.indicator AS indicator, f.value AS value, f.unit AS unit,
       f.modifier AS modifier, f.minimum AS minimum, f.maximum AS maximum, f.cohort AS cohort, f.status AS status,
       f.period_start AS period_start, f.period_end AS period_end, reported, f.tier AS tier,
       s.id AS subject_id, f.id AS proof
ORDER BY subject, subject_id, indicator, coalesce(period_start, ''), value, proof
