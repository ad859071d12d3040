DROP SERVER "Far away";
