// zh: 一个地方的周围
// en: What surrounds a place
// param: place text "三都" 地名，空着是联系最多的地方 | a place; empty: the best connected one
WITH '' AS place
MATCH (region:Region)
WHERE place = '' OR any(name IN region.names WHERE name CONTAINS place)
WITH region, COUNT { (region)--(:Entity) } AS links
ORDER BY links DESC, region.id
LIMIT 1
MATCH path = (region)-[facts]-{1,2}(:Entity)
WHERE all(fact IN facts WHERE fact.tier IS NOT NULL)
RETURN path
LIMIT 60
