// zh: 一个主体的数字和原文
// en: The figures of one subject, with their words
// param: name text "城南社区" 名称，空着是数字最多的主体 | its name; empty: the one with most figures
WITH '' AS name
MATCH (subject:Entity)
WHERE name = '' OR any(one IN subject.names WHERE one CONTAINS name)
WITH subject, COUNT { (subject)<-[:OBSERVED_OF]-() } AS figures
ORDER BY figures DESC, subject.id
LIMIT 1
MATCH path = (subject)<-[:OBSERVED_OF]-(:Observation)-[:STATED_IN]->(:Passage)
RETURN path
LIMIT 20
