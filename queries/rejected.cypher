// name: rejected
// zh: 哪些说法因证据不足没有收入？
// en: What was not kept for want of proof, and why?
// param: document text "first" 文件名中的字 | words of the document's name
// param: reason text "quote" 原因中的字 | words of the reason
// columns: document 文件, reason 原因, quote 原文, candidate 候选, proof
MATCH (r:Reject)-[:IN_DOCUMENT]->(d:Document)
WHERE ($document = '' OR d.name CONTAINS $document) AND ($reason = '' OR r.reason CONTAINS $reason)
OPTIONAL MATCH (r)-[:STATED_IN]->(p:Passage)
WITH r, d, min(p.quote) AS quote
RETURN d.name AS document, r.reason AS reason, quote, r.candidate AS candidate, r.id AS proof
ORDER BY document, reason, proof
