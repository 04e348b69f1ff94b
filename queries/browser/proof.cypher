// zh: 一条事实的依据
// en: The proof of one fact
// param: name text "黄埔" 一方的名称，空着是依据最多的一条 | the name of an end; empty: the fact with most proofs
WITH '' AS name
MATCH (subject:Entity)-[fact]->(object:Entity)
WHERE fact.passages[0] IS NOT NULL
  AND (name = '' OR any(one IN subject.names + object.names WHERE one CONTAINS name))
WITH subject, fact, object
ORDER BY size(fact.passages) DESC, fact.id
LIMIT 1
UNWIND fact.passages[..4] AS id
MATCH words = (:Passage {id: id})-[:IN_ARTICLE]->(:Article)-[:IN_DOCUMENT]->(:Document)
RETURN subject, fact, object, words
