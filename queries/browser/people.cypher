// zh: 任职、挂职和就职
// en: Posts, secondments and work
MATCH path = (:Person)-[:HAS_ROLE|WORKS_AT|SECONDED_TO|SECONDED_FROM]->()
RETURN path
LIMIT 200
