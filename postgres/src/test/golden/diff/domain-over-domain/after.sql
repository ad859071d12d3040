CREATE DOMAIN base AS text CHECK (length(VALUE) > 1);
CREATE DOMAIN top AS base DEFAULT 'xx';
CREATE TABLE t (v top);
