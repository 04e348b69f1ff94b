// zh: 事实和证明它的原文
// en: Facts with the words that prove them
MATCH (a:Entity)-[fact]->(b:Entity)
UNWIND fact.passages AS id
MATCH (passage:Passage {id: id})-[:IN_ARTICLE]->(article:Article)
RETURN a.name AS subject, type(fact) AS relation, b.name AS object, fact.tier AS tier,
       passage.quote AS words, article.title AS article
ORDER BY relation, subject, object, passage.start
LIMIT 100
