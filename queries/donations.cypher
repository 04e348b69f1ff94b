// name: donations
// zh: 谁向谁捐了什么？
// en: Who donated what to whom?
// param: giver place "广州" 捐赠方 | who gave
// param: receiver place "三都" 受赠方 | who or where it went to
// columns: giver 捐赠方, receiver 受赠方, amount 金额（元）, items 物资, since 时间, tier 证据, giver_id, receiver_id, proof
// from giver: UNWIND $giver_ids AS start_id MATCH (a:Region|Organization|Company|Person|Facility|Workshop {id: start_id})
// from receiver: UNWIND $receiver_ids AS start_id MATCH (b:Region|RelocationSite|Organization|Facility|Company|Programme|Workshop|Park {id: start_id})
MATCH (a)-[r:DONATED_TO]->(b)
WHERE ($giver = '' OR a.id IN $giver_ids) AND ($receiver = '' OR b.id IN $receiver_ids)
RETURN a.name AS giver, b.name AS receiver, r.amount AS amount, r.items AS items, r.since AS since,
       r.tier AS tier, a.id AS giver_id, b.id AS receiver_id, r.id AS proof
ORDER BY coalesce(amount, 0.0) DESC, giver, receiver, proof
