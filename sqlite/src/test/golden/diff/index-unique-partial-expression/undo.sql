DROP INDEX users_mail;
