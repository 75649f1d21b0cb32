#!/bin/sh
# Run once by the image of PostgreSQL, when the database is new.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=database="$POSTGRES_DB" \
  --set=owner=stagegate_owner --set=owner_password="$POSTGRES_OWNER_PASSWORD" \
  --set=service=stagegate_service --set=service_password="$POSTGRES_SERVICE_PASSWORD" \
  --file=/etc/stagegate/roles.sql
