// name: disagreements
// zh: 哪些数字各篇报道说法不一？
// en: Where do articles report different figures for the same thing?
// param: of place "三都" 地区、企业或机构，含其中的一切 | the place, firm or body, with all that lies in it
// param: indicator indicator "households" 指标 | what is measured
// columns: subject 主体, indicator 指标, lower 较小值, higher 较大值, unit 单位, lower_article 较小值出自, higher_article 较大值出自, subject_id, higher_proof, proof
// The same subject, indicator, unit, status, group and period, and no article that gives both figures: one that does
// tells them apart in some way.
// from of: UNWIND $of_ids AS start_id MATCH (s:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
MATCH (low:Observation)-[:OBSERVED_OF]->(s)
WHERE ($of = '' OR s.id IN $of_ids) AND ($indicator = '' OR low.indicator = $indicator) AND low.indicator <> 'other'
MATCH (high:Observation)
WHERE low.subject = high.subject AND low.indicator = high.indicator AND low.unit = high.unit AND low.value < high.value
  AND low.status = high.status AND low.aggregation = high.aggregation
  AND coalesce(low.cohort, '') = coalesce(high.cohort, '')
  AND coalesce(low.period_start, '') = coalesce(high.period_start, '')
  AND coalesce(low.period_end, '') = coalesce(high.period_end, '')
MATCH (low)-[:STATED_IN]->(:Passage)-[:IN_ARTICLE]->(x:Article)
MATCH (high)-[:STATED_IN]->(:Passage)-[:IN_ARTICLE]->(y:Article)
WITH s, low, high, collect(DISTINCT x.work) AS low_works, collect(DISTINCT y.work) AS high_works,
     min(coalesce(x.title, x.id)) AS lower_article, min(coalesce(y.title, y.id)) AS higher_article
WHERE NOT any(work IN low_works WHERE work IN high_works)
RETURN s.name AS subject, low.indicator AS indicator, low.value AS lower, high.value AS higher, low.unit AS unit,
       lower_article, higher_article, s.id AS subject_id, high.id AS higher_proof, low.id AS proof
ORDER BY subject, subject_id, indicator, lower, higher, proof, higher_proof
