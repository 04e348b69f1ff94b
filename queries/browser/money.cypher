// zh: 出资、投资和捐赠
// en: Funds, investments and donations
MATCH path = ()-[:FUNDED|INVESTED_IN|DONATED_TO]->()
RETURN path
LIMIT 200
