// name: article_says
// zh: 一篇报道说了什么？
// en: What does one article say?
// param: title text "产业园" 标题中的字 | words of the title
// param: document text "first" 文件名中的字 | words of the document's name
// columns: article 报道, line 行, subject 主体, says 说的是, object 客体, value 数值, unit 单位, modifier 约略, minimum 最小, maximum 最大, amount 金额（元）, since 时间, tier 证据, article_id, subject_id, proof
// Facts and figures in the order of the text. says: a relation, or of a figure its indicator.
MATCH (x:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme|Observation)-[r:ASSISTS|LOCATED_IN|PART_OF|MOVED_INTO|CAME_FROM|FUNDED|INVESTED_IN|BUILT|RUNS|FOUNDED|HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM|DONATED_TO|COOPERATES_WITH|SENDS_WORKERS_TO|OBSERVED_OF]->(y)
UNWIND coalesce(r.passages, x.passages) AS passage_id
MATCH (p:Passage {id: passage_id})
MATCH (p)-[:IN_ARTICLE]->(a:Article)
MATCH (a)-[:IN_DOCUMENT]->(d:Document)
WHERE ($title = '' OR a.title CONTAINS $title) AND ($document = '' OR d.name CONTAINS $document)
WITH x, r, y, a, d, min(p.start) AS start, min(p.line) AS line
RETURN coalesce(a.title, d.name) AS article, line, coalesce(x.name, y.name) AS subject,
       coalesce(r.relation, x.indicator) AS says, CASE WHEN x.indicator IS NULL THEN y.name ELSE NULL END AS object,
       x.value AS value, x.unit AS unit, x.modifier AS modifier, x.minimum AS minimum, x.maximum AS maximum,
       r.amount AS amount, r.since AS since, coalesce(r.tier, x.tier) AS tier, a.id AS article_id,
       CASE WHEN x.indicator IS NULL THEN x.id ELSE y.id END AS subject_id, coalesce(r.id, x.id) AS proof
ORDER BY article, article_id, start, proof
