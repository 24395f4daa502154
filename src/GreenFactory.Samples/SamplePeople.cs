using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Samples.Invented;

namespace GreenFactory.Samples;

/// <summary>The people of one district who act in the invented year.</summary>
/// <param name="Officer">Reviews.</param>
/// <param name="Lead">Seals.</param>
/// <param name="Departments">Answer for the departments.</param>
internal sealed record DistrictPeople(Person Officer, Person Lead, IReadOnlyDictionary<DepartmentKind, Person> Departments);

/// <summary>Invents accounts where the demonstration has none.</summary>
internal sealed class SamplePeople(Planting planting, World world, InventedNames names)
{
    /// <summary>The end of every invented address, which nothing is ever delivered to.</summary>
    public const string Mailboxes = "sample.example";

    private readonly DateTimeOffset since = world.Campaign.OpensAt.AddDays(-30);
    private int signers;

    /// <summary>The people of a district: those of the demonstration, or invented ones.</summary>
    public DistrictPeople Of(District district)
    {
        var place = string.Create(null, $"d{district.Position:00}");
        var departments = world.Departments[district.Id].ToDictionary(
            row => row.Kind,
            row => world.People[(Role.DepartmentOfficer, row.Id.Value)].FirstOrDefault() ?? Add($"{row.Kind.ToString().ToLowerInvariant()}.{place}", person => id => Membership.ForDepartment(id, row, person.Id, person.Name, since)));
        return new DistrictPeople(Held(Role.DistrictOfficer), Held(Role.DistrictLead), departments);

        Person Held(Role role) => world.People[(role, district.Id.Value)].FirstOrDefault()
            ?? Add($"{(role is Role.DistrictLead ? "lead" : "officer")}.{place}", person => id => Membership.ForDistrict(id, district, person.Id, person.Name, role, since));
    }

    /// <summary>Who signs for a unit.</summary>
    public Person SignerOf(Organisation organisation) => world.People[(Role.ApplicantSigner, organisation.Id.Value)].FirstOrDefault()
        ?? Add(string.Create(null, $"signer{world.Campaign.Year}-{++signers}"), person => id => Membership.ForOrganisation(id, organisation, person.Id, person.Name, Role.ApplicantSigner, since));

    private Person Add(string mailbox, Func<Person, Func<MembershipId, Membership>> membership)
    {
        var email = $"{mailbox}@{Mailboxes}";
        var user = DemonstrationSeed.UserOf(planting.Municipality, email, names.Person(), since);
        var person = new Person(new UserId(user.Id), user.PersonName);
        planting.Store.Add(user);
        planting.Store.Add(membership(person)(new MembershipId(planting.Key(since))));
        return person;
    }
}
