#!/usr/bin/env bash
# Makes the roles and the database when the PostgreSQL container starts for the first time.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres -f /greenfactory/roles.sql
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v system="$SYSTEM_PASSWORD" <<'SQL'
ALTER ROLE greenfactory_owner PASSWORD :'owner';
ALTER ROLE greenfactory_app PASSWORD :'app';
ALTER ROLE greenfactory_system PASSWORD :'system';
CREATE DATABASE greenfactory OWNER greenfactory_owner;
SQL
psql -v ON_ERROR_STOP=1 -U postgres -d greenfactory -f /greenfactory/database.sql
