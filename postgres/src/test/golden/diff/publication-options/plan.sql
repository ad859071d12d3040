ALTER PUBLICATION a_few SET (publish = 'insert, delete', publish_via_partition_root=false);
