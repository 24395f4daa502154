-- What a person who claims an organisation may learn about it: only whether this very code is registered, its name and sites, and who reviews it.
drop function if exists gf.known_organisation(text);
create function gf.known_organisation(code text) returns table (name text, site text, district_id uuid, district_name text)
language sql stable security definer set search_path = public, gf as $$
  select o.name, o.site, d.id, d.name
  from public.organisation o join public.district d on d.id = o.district_id
  where o.municipality_id = gf.municipality() and o.credit_code = $1 and gf.person() is not null
$$;
revoke all on function gf.known_organisation(text) from public;
grant execute on function gf.known_organisation(text) to greenfactory_app;
