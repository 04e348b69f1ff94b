// zh: 一篇报道提到的一切
// en: All that one article mentions
// param: title text "厂房" 标题中的字，空着是引文最多的一篇 | words of its title; empty: the one with most quotes
WITH '' AS title
MATCH (article:Article)
WHERE title = '' OR article.title CONTAINS title
WITH article, COUNT { (article)<-[:IN_ARTICLE]-() } AS passages
ORDER BY passages DESC, article.id
LIMIT 1
MATCH (article)<-[:IN_ARTICLE]-(:Passage)<-[:MENTIONED_IN]-(entity:Entity)
RETURN DISTINCT entity
LIMIT 100
