-- Migration: 005_create_user_credentials
-- Purpose: Take the credentials back

DROP TABLE user_credentials;
