#!/usr/bin/env bash
# Restores a backup into an empty database and an empty folder; refuses anything that is not empty.
#   restore.sh BACKUP-FOLDER
#   GREENFACTORY_BACKUP_DB  libpq connection string of a superuser to an empty database owned by greenfactory_owner
#   GREENFACTORY_FILES      an empty data folder
set -euo pipefail

backup=${1:?usage: restore.sh BACKUP-FOLDER}
database=${GREENFACTORY_BACKUP_DB:?GREENFACTORY_BACKUP_DB is not set: a libpq connection string of a superuser}
files=${GREENFACTORY_FILES:?GREENFACTORY_FILES is not set: the data folder to fill}

(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$database" \
  --command="SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
[ "$tables" = 0 ] || { echo "error: the database holds $tables tables already; restore into an empty one" >&2; exit 1; }
mkdir -p "$files"
[ -z "$(ls -A "$files")" ] || { echo "error: $files is not empty" >&2; exit 1; }

pg_restore --exit-on-error --single-transaction --clean --if-exists --dbname="$database" "$backup/database.dump"
tar --extract --file="$backup/files.tar" --directory="$files"
echo "restored $backup"
