CREATE TABLE public.t (
  id integer NOT NULL,
  parent integer,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE VIEW public.tree AS
WITH RECURSIVE tree(id, depth) AS (
         SELECT t.id,
            1 AS "?column?"
           FROM public.t
          WHERE (t.parent IS NULL)
        UNION ALL
         SELECT t.id,
            (tree_1.depth + 1)
           FROM (public.t
             JOIN tree tree_1 ON ((t.parent = tree_1.id)))
        )
 SELECT id,
    depth
   FROM tree;
