-- Puts the staged events into the log in the order of time: the chain and the tree are grown by the functions of the trigger that appends one event.
analyze public.process;
create temporary table planted_chain (planted_at bigint primary key, sequence bigint not null, previous_hash text not null, hash text not null);
do $$
declare
  staged record;
  entry public.process_event;
  head gf.audit_head;
  leaf bytea;
  grown bigint;
begin
  for staged in
    select e.*, p as of_process from planted_process_event e join public.process p on p.id = e.process_id order by e.municipality_id, e.occurred_at, e.planted_at
  loop
    if head.municipality_id is distinct from staged.municipality_id then
      if head.municipality_id is not null then
        update gf.audit_head set sequence = head.sequence, hash = head.hash, subtrees = head.subtrees where municipality_id = head.municipality_id;
      end if;
      insert into gf.audit_head values (staged.municipality_id, 0, repeat('0', 64)) on conflict do nothing;
      select * into head from gf.audit_head where municipality_id = staged.municipality_id for update;
    end if;
    grown := head.sequence + 1;
    entry.id := staged.id;
    entry.municipality_id := staged.municipality_id;
    entry.process_id := staged.process_id;
    entry.kind := staged.kind;
    entry.declaration_id := staged.declaration_id;
    entry.summary := staged.summary;
    entry.payload := staged.payload;
    entry.audience := staged.audience;
    entry.actor_name := staged.actor_name;
    entry.occurred_at := staged.occurred_at;
    entry.sequence := grown;
    leaf := gf.leaf_hash(gf.event_entry(entry, staged.of_process));
    insert into planted_chain values (staged.planted_at, grown, head.hash, gf.chain_hash(head.hash, leaf)) returning hash into head.hash;
    head.subtrees := gf.grow_tree(head.subtrees, head.sequence, leaf);
    head.sequence := grown;
  end loop;
  if head.municipality_id is not null then
    update gf.audit_head set sequence = head.sequence, hash = head.hash, subtrees = head.subtrees where municipality_id = head.municipality_id;
  end if;
end $$;
insert into public.process_event (id, municipality_id, process_id, kind, declaration_id, summary, payload, audience, actor_name, occurred_at, sequence, previous_hash, hash)
select e.id, e.municipality_id, e.process_id, e.kind, e.declaration_id, e.summary, e.payload, e.audience, e.actor_name, e.occurred_at, c.sequence, c.previous_hash, c.hash
from planted_process_event e join planted_chain c using (planted_at) order by c.sequence;
drop table planted_chain
