// name: money
// zh: 谁出资多少，用于什么？
// en: Who paid or invested how much, and for what?
// param: giver place "黄埔" 出资方 | who paid
// param: receiver place "三都" 用在哪里 | what or where it was paid for
// param: at_least number "100万元" 最低金额 | amounts from here on
// columns: giver 出资方, relation 性质, receiver 用途, amount 金额（元）, since 时间, tier 证据, giver_id, receiver_id, proof
// from giver: UNWIND $giver_ids AS start_id MATCH (a:Region|Organization|Company {id: start_id})
// from receiver: UNWIND $receiver_ids AS start_id MATCH (b:Region|RelocationSite|Park|Workshop|Facility|Company|Organization|Programme {id: start_id})
MATCH (a)-[r:FUNDED|INVESTED_IN]->(b)
WHERE ($giver = '' OR a.id IN $giver_ids) AND ($receiver = '' OR b.id IN $receiver_ids)
  AND ($at_least = 0.0 OR r.amount >= $at_least)
RETURN a.name AS giver, r.relation AS relation, b.name AS receiver, r.amount AS amount,
       r.since AS since, r.tier AS tier, a.id AS giver_id, b.id AS receiver_id, r.id AS proof
ORDER BY coalesce(amount, 0.0) DESC, giver, receiver, proof
