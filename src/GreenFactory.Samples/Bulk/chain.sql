-- Puts the staged events into the log in the order of time: the chain and the tree are grown by the functions of the trigger that appends one event.
do $$
declare
  staged record;
  entry public.process_event;
  head gf.audit_head;
  leaf bytea;
begin
  for staged in select * from planted_process_event order by municipality_id, occurred_at, planted_at loop
    if head.municipality_id is distinct from staged.municipality_id then
      if head.municipality_id is not null then
        update gf.audit_head set sequence = head.sequence, hash = head.hash, subtrees = head.subtrees where municipality_id = head.municipality_id;
      end if;
      insert into gf.audit_head values (staged.municipality_id, 0, repeat('0', 64)) on conflict do nothing;
      select * into head from gf.audit_head where municipality_id = staged.municipality_id for update;
    end if;
    entry := null;
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
    entry.sequence := head.sequence + 1;
    entry.previous_hash := head.hash;
    select gf.leaf_hash(gf.event_entry(entry, p)) into strict leaf from public.process p where p.id = entry.process_id;
    entry.hash := gf.chain_hash(head.hash, leaf);
    head.subtrees := gf.grow_tree(head.subtrees, head.sequence, leaf);
    head.sequence := entry.sequence;
    head.hash := entry.hash;
    insert into public.process_event (id, municipality_id, process_id, kind, declaration_id, summary, payload, audience, actor_name, occurred_at, sequence, previous_hash, hash)
    values (entry.id, entry.municipality_id, entry.process_id, entry.kind, entry.declaration_id, entry.summary, entry.payload, entry.audience, entry.actor_name,
            entry.occurred_at, entry.sequence, entry.previous_hash, entry.hash);
  end loop;
  if head.municipality_id is not null then
    update gf.audit_head set sequence = head.sequence, hash = head.hash, subtrees = head.subtrees where municipality_id = head.municipality_id;
  end if;
end $$
