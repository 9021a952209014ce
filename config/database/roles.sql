-- Roles and databases. Run once, as a superuser, with the passwords given as variables
-- (psql -v practice_owner=... -v practice_app=... -v practice_witness=... -v keystore_owner=... -v keystore_app=... -v identity=... -f roles.sql).
-- Owners run migrations at start and nothing else; the application's roles can neither make nor change a table. The witness reads the log and
-- adds what it has signed, and nothing else.

CREATE ROLE practice_owner LOGIN PASSWORD :'practice_owner';

CREATE ROLE practice_app LOGIN PASSWORD :'practice_app';

CREATE ROLE practice_witness LOGIN PASSWORD :'practice_witness';

CREATE ROLE keystore_owner LOGIN PASSWORD :'keystore_owner';

CREATE ROLE keystore_app LOGIN PASSWORD :'keystore_app';

CREATE ROLE identity LOGIN PASSWORD :'identity';

CREATE DATABASE practice OWNER practice_owner;

CREATE DATABASE keystore OWNER keystore_owner;

CREATE DATABASE identity OWNER identity;

REVOKE ALL ON DATABASE practice FROM PUBLIC;

REVOKE ALL ON DATABASE keystore FROM PUBLIC;

REVOKE ALL ON DATABASE identity FROM PUBLIC;

GRANT CONNECT ON DATABASE practice TO practice_app, practice_witness;

GRANT CONNECT ON DATABASE keystore TO keystore_app;
