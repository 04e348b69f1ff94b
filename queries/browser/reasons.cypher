// zh: 未收入的说法和原因
// en: What was not kept, and why
MATCH (reject:Reject)
RETURN reject.reason AS reason, count(*) AS times
ORDER BY times DESC, reason
LIMIT 50
