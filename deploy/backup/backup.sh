#!/usr/bin/env bash
# Backs up the database and the evidence files into one dated folder, and checks what it wrote.
#   GREENFACTORY_BACKUP_DB  libpq connection string of a superuser (row-level security hides rows from everybody else)
#   GREENFACTORY_FILES      the data folder of the portal
#   GREENFACTORY_BACKUPS    where backups go; keep it on another machine
#   GREENFACTORY_KEEP_DAYS  how long they stay (30)
set -euo pipefail

database=${GREENFACTORY_BACKUP_DB:?GREENFACTORY_BACKUP_DB is not set: a libpq connection string of a superuser}
files=${GREENFACTORY_FILES:?GREENFACTORY_FILES is not set: the data folder of the portal}
backups=${GREENFACTORY_BACKUPS:?GREENFACTORY_BACKUPS is not set: the folder for backups}
keep=${GREENFACTORY_KEEP_DAYS:-30}

umask 077
target=$backups/greenfactory-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$target.unfinished"

# The database first: a file written after it is superfluous, a row without its file would be a loss.
pg_dump --format=custom --file="$target.unfinished/database.dump" --dbname="$database"
pg_restore --list "$target.unfinished/database.dump" >/dev/null
tar --create --file="$target.unfinished/files.tar" --directory="$files" \
  --exclude=./postgres --exclude=./postgres.json --exclude=./lock --exclude=./running .
(cd "$target.unfinished" && sha256sum database.dump files.tar >SHA256SUMS)
mv "$target.unfinished" "$target"
echo "$target"

find "$backups" -maxdepth 1 -type d -name 'greenfactory-*' -mtime "+$keep" -exec rm -rf {} +
