// name: programmes
// zh: 谁开展哪些项目、运营哪些设施？
// en: Who runs which programmes and facilities?
// param: runner place "三都" 开展的一方 | who runs it
// columns: runner 开展方, programme 项目或设施, kind 类别, tier 证据, runner_id, programme_id, proof
// from runner: UNWIND $runner_ids AS start_id MATCH (a:Region|Organization|Company|RelocationSite|Park|Facility {id: start_id})
MATCH (a)-[r:RUNS]->(b)
WHERE $runner = '' OR a.id IN $runner_ids
RETURN a.name AS runner, b.name AS programme, b.label AS kind, r.tier AS tier,
       a.id AS runner_id, b.id AS programme_id, r.id AS proof
ORDER BY runner, runner_id, programme, proof
