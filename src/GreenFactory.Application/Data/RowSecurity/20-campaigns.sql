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
call gf.let_tenant('rule_set_version', 'insert', $$ gf.at('System') or (gf.at('Admin') and state = 'Draft' and author_ids = array[gf.person()]) $$);
call gf.let_tenant('rule_set_version', 'update', $$ gf.at('Admin', 'System') $$);
call gf.let_tenant('rule_set_version', 'delete', $$ gf.at('Admin') and state in ('Draft', 'Checked') $$);

-- The life of a version: Draft, Checked, Published, Retired, in this order and never past a step. Whoever changes content becomes an author and makes it a draft
-- again; a publisher publishes what was checked; from then on nothing changes but its retirement.
create or replace function gf.keep_rule_set_life() returns trigger language plpgsql as $$
declare
  same_content constant boolean := (new.document, new.content_hash, new.golden_cases, new.provenance, new.industry_codes, new.example_values, new.title, new.kind, new.rule_set_id, new.version)
    is not distinct from (old.document, old.content_hash, old.golden_cases, old.provenance, old.industry_codes, old.example_values, old.title, old.kind, old.rule_set_id, old.version);
  same_people constant boolean := (new.author_ids, new.drafted_by, new.drafted_by_name, new.drafted_at) is not distinct from (old.author_ids, old.drafted_by, old.drafted_by_name, old.drafted_at);
  same_publication constant boolean := (new.published_by, new.published_by_name, new.published_at) is not distinct from (old.published_by, old.published_by_name, old.published_at);
begin
  if old.state in ('Published', 'Retired') then
    if not (same_content and same_people and same_publication) or new.checked_at is distinct from old.checked_at or new.checked_by_name <> old.checked_by_name
       or (old.state = 'Retired' and (new.state, new.retired_at, new.retired_reason) is distinct from (old.state, old.retired_at, old.retired_reason))
       or new.state not in ('Published', 'Retired') then
      raise exception 'published rule set % % is immutable', old.rule_set_id, old.version using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if not (new.author_ids @> old.author_ids) or (new.rule_set_id, new.version) is distinct from (old.rule_set_id, old.version) then
    raise exception 'authors and identity of rule set % % stay', old.rule_set_id, old.version using errcode = 'insufficient_privilege';
  end if;
  if not same_content and (new.state <> 'Draft' or (gf.at('Admin') and not (gf.person() = any (new.author_ids)))) then
    raise exception 'who changes rule set % % becomes an author and makes it a draft', old.rule_set_id, old.version using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'Retired' or (new.state = 'Published' and (old.state <> 'Checked' or not same_people or (gf.at('Admin') and new.published_by is distinct from gf.person()))) then
    raise exception 'rule set % % is published by a second person once it is checked', old.rule_set_id, old.version using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger if exists keep_published on public.rule_set_version;
drop function if exists gf.keep_published_rule_set();
create or replace trigger keep_life before update on public.rule_set_version for each row execute function gf.keep_rule_set_life();

call gf.protect('rule_set_endorsement');
call gf.let_tenant('rule_set_endorsement', 'select', $$ gf.at('Admin', 'Audit', 'City', 'System') $$);
call gf.let_tenant('rule_set_endorsement', 'insert', $$ gf.at('Admin') and endorsed_by = gf.person() $$);
call gf.append_only('rule_set_endorsement');

-- Values compared with the text of their standard: everybody reads them, since they decide beside the values. The first comparison keeps its words; another administrator
-- confirms it once; whoever withdraws says why, and that stays.
call gf.protect('value_confirmation');
call gf.let_tenant('value_confirmation', 'select', 'true');
call gf.let_tenant('value_confirmation', 'insert', $$ gf.at('Admin') and compared_by = gf.person() and confirmed_at is null and withdrawn_at is null $$);
call gf.let_tenant('value_confirmation', 'update', $$ gf.at('Admin') $$);
create or replace function gf.keep_value_confirmation() returns trigger language plpgsql as $$
begin
  if (new.id, new.municipality_id, new.standard, new.clause, new.page, new.scan_name, new.scan_media_type, new.scan_hash, new.compared_by, new.compared_by_name, new.compared_at)
       is distinct from (old.id, old.municipality_id, old.standard, old.clause, old.page, old.scan_name, old.scan_media_type, old.scan_hash, old.compared_by, old.compared_by_name, old.compared_at)
     or old.withdrawn_at is not null
     or old.confirmed_at is not null and (new.confirmed_by, new.confirmed_by_name, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_by_name, old.confirmed_at)
     or old.confirmed_at is null and new.confirmed_at is not null and (new.confirmed_by is distinct from gf.person() or new.confirmed_by = old.compared_by)
     or new.withdrawn_at is not null and (new.withdrawn_by is distinct from gf.person() or length(new.withdrawn_reason) < 5) then
    raise exception 'a comparison keeps its words, and another person confirms it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_words before update on public.value_confirmation for each row execute function gf.keep_value_confirmation();

call gf.protect('confirmed_row');
call gf.let_tenant('confirmed_row', 'select', 'true');
call gf.let_tenant('confirmed_row', 'insert', $$ gf.at('Admin') and exists (
  select from public.value_confirmation c where c.id = value_confirmation_id and c.compared_by = gf.person() and c.confirmed_at is null and c.withdrawn_at is null) $$);
call gf.append_only('confirmed_row');

-- People pin only what is in force, and what is not the official text only after two people took responsibility; while no case exists.
create or replace function gf.keep_pins() returns trigger language plpgsql as $$
declare
  pin public.campaign_rule_set;
begin
  if tg_op = 'DELETE' then
    pin := old;
  else
    pin := new;
  end if;
  if not gf.at('Admin', 'City') then
    return pin;
  end if;
  if exists (select 1 from public.declaration d where d.campaign_id = pin.campaign_id) then
    raise exception 'campaign % has cases: its rule sets stay', pin.campaign_id using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'INSERT' and not exists (
       select 1 from public.rule_set_version v where v.id = new.rule_set_version_id and v.state = 'Published'
       and (v.provenance = 'official' or (select count(*) from public.rule_set_endorsement c where c.rule_set_version_id = v.id) >= 2)) then
    raise exception 'rule set % is not in force or not endorsed by two people', new.rule_set_version_id using errcode = 'integrity_constraint_violation';
  end if;
  return pin;
end $$;
create or replace trigger keep_pins after insert or delete on public.campaign_rule_set for each row execute function gf.keep_pins();
