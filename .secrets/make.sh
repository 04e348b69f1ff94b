#!/bin/sh
# Makes Neo4j's password before its first start: docker-compose.yml runs this as root, in a container of its own.
#
#     make.sh SECRETS KEYS DATA NEO4J_UID DUIKOU_UID
#
# SECRETS/neo4j-auth  for you: one line neo4j/PASSWORD, yours alone to read; what is there is kept, so write your own
#                     before the first start if you want another.
# KEYS/neo4j, KEYS/duikou  the same line for the server and for the loader: a file that only one user may read is of no
#                     use to another, so each has a copy, in a volume. It also restores yours when that is deleted.
# DATA                the server's data: once there, the password in them cannot be made anew.
set -eu
umask 077
secrets=$1 keys=$2 data=$3 neo4j=$4 duikou=$5
yours=$secrets/neo4j-auth

fail() {
    echo ".secrets/neo4j-auth: $1" >&2
    exit 1
}

check() {
    if [ "$(wc -l <"$1")" -gt 1 ] || ! grep -Eqx 'neo4j/[^/[:space:]]{8,}' "$1"; then
        fail 'must be one line, neo4j/PASSWORD; the password has 8 or more characters, no / and no space'
    fi
}

if [ ! -s "$yours" ]; then
    if [ -s "$keys/neo4j" ]; then
        cat "$keys/neo4j" >"$yours.new"
    elif [ -e "$data/dbms/auth.ini" ] || [ -e "$data/databases/system" ]; then
        fail 'is gone, but the server has data and a password; put the file back, or begin anew: docker compose down -v'
    else
        printf 'neo4j/%s\n' "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" >"$yours.new" ||
            fail 'cannot be written; may the engine write to the folder .secrets?'
        echo 'made a password: .secrets/neo4j-auth'
    fi
    check "$yours.new"
    # Where the engine keeps its own owners (Docker Desktop) this may be refused, and is not needed.
    chown --reference="$secrets" "$yours.new" 2>/dev/null || :
    mv -f "$yours.new" "$yours"
fi
check "$yours"
chmod 600 "$yours"
install -m 600 -o "$neo4j" "$yours" "$keys/neo4j"
install -m 600 -o "$duikou" "$yours" "$keys/duikou"
