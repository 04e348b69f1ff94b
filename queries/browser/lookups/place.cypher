CALL (given) {
  MATCH (called:Entity)
  WHERE $words <> '' AND (called.code = $words OR any(key IN called.keys WHERE key CONTAINS $words))
  MATCH (called)<-[:PART_OF]-{0,5}(part)
  WITH collect(DISTINCT part.id) AS parts
  WHERE size(parts) > 0
  MATCH (near:Entity)
  WHERE near.id IN parts OR near.region IN parts
  MATCH (near)<-[:LOCATED_IN|PART_OF|MOVED_INTO]-{0,5}(inside)
  RETURN collect(DISTINCT inside.id) AS $ids
}
WITH given {.*, $ids: $ids} AS given
