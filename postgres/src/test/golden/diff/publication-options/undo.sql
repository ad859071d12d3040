ALTER PUBLICATION a_few SET (publish = '', publish_via_partition_root=true);
