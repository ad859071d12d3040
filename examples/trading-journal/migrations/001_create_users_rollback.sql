-- Migration: 001_create_users
-- Purpose: Take the users back

DROP TABLE users;
