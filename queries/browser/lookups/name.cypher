CALL (given) {
  MATCH (called:Entity)
  WHERE $words <> '' AND (called.code = $words OR any(key IN called.keys WHERE key CONTAINS $words))
  RETURN collect(called.id) AS $ids
}
WITH given {.*, $ids: $ids} AS given
