-- Two roles for one database: the owner makes the schema, the service reads and writes rows and can neither alter a table nor
-- disable a trigger. For psql, as a superuser, with the variables database, owner, owner_password, service, service_password.
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"service" LOGIN PASSWORD :'service_password';

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"service";
-- From PostgreSQL 15 on the owner of the database may create in its schema public, and nobody else may.
ALTER DATABASE :"database" OWNER TO :"owner";

ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"service";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO :"service";
