// zh: 企业从哪来、到哪去
// en: Where companies came from and went
MATCH path = (:Company)-[:MOVED_INTO|CAME_FROM]->()
RETURN path
LIMIT 200
UNION
MATCH path = (:Person)-[:FOUNDED]->(:Company)
RETURN path
LIMIT 100
