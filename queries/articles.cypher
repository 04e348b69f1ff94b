// name: articles
// zh: 库里有哪些报道？
// en: Which articles does the store hold?
// param: about place "三都" 提到的地区、企业或机构 | a place, firm or body that the article mentions
// param: publisher text "日报" 媒体名称中的字 | words of the publisher's name
// param: since date "2022" 从何时起 | published from here on
// columns: published 日期, title 标题, publisher 媒体, document 文件, passages 引文数, printings 刊载次数, work_id, proof
// printings: how many times the same article stands in the store; proof is the article.
// from about: UNWIND $about_ids AS start_id MATCH (named:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Person|Programme {id: start_id})
// from about: MATCH (named)-[:MENTIONED_IN]->(:Passage)-[:IN_ARTICLE]->(near:Article) WITH DISTINCT near.id AS article_id
// from about: MATCH (a:Article {id: article_id})
MATCH (a:Article)-[:IN_DOCUMENT]->(d:Document)
WHERE ($publisher = '' OR a.publisher CONTAINS $publisher) AND ($since = '' OR a.published >= $since)
OPTIONAL MATCH (p:Passage)-[:IN_ARTICLE]->(a)
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(p)
WHERE entity.id IN $about_ids
WITH a, d, count(DISTINCT p.id) AS passages, count(DISTINCT entity.id) AS mentions
WHERE $about = '' OR mentions > 0
MATCH (printing:Article)
WHERE printing.work = a.work
WITH a, d, passages, count(DISTINCT printing.id) AS printings
RETURN a.published AS published, a.title AS title, a.publisher AS publisher,
       d.name AS document, passages, printings, a.work AS work_id, a.id AS proof
ORDER BY coalesce(published, '9999'), document, a.start, proof
