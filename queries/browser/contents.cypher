// zh: 库里有什么：每类多少
// en: What is in here: how many of each
MATCH (n)
UNWIND [label IN labels(n) WHERE NOT label IN ['Entity', 'Meta']] AS label
RETURN label, count(*) AS nodes
ORDER BY nodes DESC
