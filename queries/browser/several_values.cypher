// zh: 同一指标的不同数值
// en: One indicator, several values
MATCH (figure:Observation)-[:OBSERVED_OF]->(subject)
MATCH (figure)-[:STATED_IN]->(:Passage)-[:IN_ARTICLE]->(article:Article)
WITH subject, figure.indicator AS indicator, collect(DISTINCT figure.raw) AS reported,
     collect(DISTINCT article.title) AS articles
WHERE size(reported) > 1
RETURN subject.name AS subject, indicator, reported, articles
ORDER BY size(articles) DESC, size(reported) DESC, subject, indicator
LIMIT 100
