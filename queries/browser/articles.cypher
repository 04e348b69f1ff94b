// zh: 文件和文章
// en: Articles and their documents
MATCH path = (:Article)-[:IN_DOCUMENT]->(:Document)
RETURN path
LIMIT 100
