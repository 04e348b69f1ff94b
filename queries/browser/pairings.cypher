// zh: 谁帮扶谁
// en: Who assists whom
MATCH path = ()-[:ASSISTS]->()
RETURN path
LIMIT 200
