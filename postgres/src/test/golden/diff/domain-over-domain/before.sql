CREATE DOMAIN base AS text CHECK (VALUE <> '');
CREATE DOMAIN top AS base;
CREATE TABLE t (v top);
