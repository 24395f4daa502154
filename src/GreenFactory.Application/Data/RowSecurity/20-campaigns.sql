-- Campaigns and the rule library.
call gf.protect('campaign');
call gf.let_tenant('campaign', 'select', 'true');
call gf.let_tenant('campaign', 'insert', $$ gf.at('Admin', 'City') $$);
call gf.let_tenant('campaign', 'update', $$ gf.at('Admin', 'City') $$);

call gf.protect('campaign_rule_set');
call gf.let_tenant('campaign_rule_set', 'select', 'true');
call gf.let_tenant('campaign_rule_set', 'insert', $$ gf.at('Admin', 'City') $$);
call gf.let_tenant('campaign_rule_set', 'delete', $$ gf.at('Admin', 'City') $$);

call gf.protect('deadline_grace');
call gf.let_tenant('deadline_grace', 'select', 'true');
call gf.let_tenant('deadline_grace', 'insert', $$ gf.at('City') $$);

call gf.protect('rule_set_version');
call gf.let_tenant('rule_set_version', 'select', $$ state in ('Published', 'Retired') or gf.at('Admin', 'Audit', 'City', 'System') $$);
call gf.let_tenant('rule_set_version', 'insert', $$ gf.at('Admin', 'System') $$);
call gf.let_tenant('rule_set_version', 'update', $$ gf.at('Admin', 'System') $$);

-- A published rule set keeps its document, hash and identity for ever.
create or replace function gf.keep_published_rule_set() returns trigger language plpgsql as $$
begin
  if old.state in ('Published', 'Retired') and (
       new.document is distinct from old.document or new.content_hash is distinct from old.content_hash
       or new.rule_set_id is distinct from old.rule_set_id or new.version is distinct from old.version
       or (old.state = 'Published' and new.state not in ('Published', 'Retired')) or (old.state = 'Retired' and new.state <> 'Retired')) then
    raise exception 'published rule set % % is immutable', old.rule_set_id, old.version using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_published before update on public.rule_set_version for each row execute function gf.keep_published_rule_set();
