// name: pairings
// zh: 谁与谁结对帮扶，从何时起？
// en: Who assists whom, and since when?
// param: helper place "黄埔" 帮扶方 | the helping side
// param: helped place "三都" 受帮扶方 | the helped side
// columns: helper 帮扶方, helped 受帮扶方, scheme 机制, since 起始, until 截止, tier 证据, helper_id, helped_id, proof
// from helper: UNWIND $helper_ids AS start_id MATCH (a:Region|Organization|Facility|Company {id: start_id})
// from helped: UNWIND $helped_ids AS start_id MATCH (b:Region|RelocationSite|Organization|Facility {id: start_id})
MATCH (a)-[r:ASSISTS]->(b)
WHERE ($helper = '' OR a.id IN $helper_ids) AND ($helped = '' OR b.id IN $helped_ids)
RETURN a.name AS helper, b.name AS helped, r.scheme AS scheme, r.since AS since, r.until AS until,
       r.tier AS tier, a.id AS helper_id, b.id AS helped_id, r.id AS proof
ORDER BY helper, helper_id, helped, proof
