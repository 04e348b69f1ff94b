// name: pair_articles
// zh: 哪些报道证明某一对结对关系？
// en: Which articles prove that one side assists another, and in which words?
// param: helper place "黄埔" 帮扶方 | the helping side
// param: helped place "三都" 受帮扶方 | the helped side
// columns: helper 帮扶方, helped 受帮扶方, published 日期, title 标题, publisher 媒体, document 文件, quote 原文, tier 证据, helper_id, helped_id, article_id, proof
// One row a quote; proof is the pairing.
// from helper: UNWIND $helper_ids AS start_id MATCH (a:Region|Organization|Facility|Company {id: start_id})
// from helped: UNWIND $helped_ids AS start_id MATCH (b:Region|RelocationSite|Organization|Facility {id: start_id})
MATCH (a)-[r:ASSISTS]->(b)
WHERE ($helper = '' OR a.id IN $helper_ids) AND ($helped = '' OR b.id IN $helped_ids)
UNWIND r.passages AS passage_id
MATCH (p:Passage {id: passage_id})
MATCH (p)-[:IN_ARTICLE]->(x:Article)
MATCH (x)-[:IN_DOCUMENT]->(d:Document)
RETURN a.name AS helper, b.name AS helped, x.published AS published, x.title AS title, x.publisher AS publisher,
       d.name AS document, p.quote AS quote, r.tier AS tier, a.id AS helper_id, b.id AS helped_id,
       x.id AS article_id, r.id AS proof
ORDER BY helper, helper_id, helped, proof, coalesce(published, '9999'), document, article_id, p.start, p.stop
