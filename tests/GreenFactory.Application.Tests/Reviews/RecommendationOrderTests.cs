using System.Globalization;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Testing.Cases;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>The order of recommendations: by score, unless a hand with a reason says otherwise.</summary>
public sealed class RecommendationOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 10, 1, 0, 0, TimeSpan.Zero);
    private static readonly MunicipalityId City = new(Guid.CreateVersion7());
    private static readonly Campaign Campaign = Campaign.Create(new CampaignId(Guid.CreateVersion7()), City, 2026, 2025, "批次", "依据", Now, Now.AddDays(10), 7);

    [Fact]
    public void The_score_orders_and_of_equal_points_the_preferred_stands_first()
    {
        ConcludedCase[] cases = [Case(1, 80), Case(2, 91.5m), Case(3, 80, PreferenceState.Met), Case(4, 80, PreferenceState.NotMet)];
        Assert.Equal(["2", "3", "1", "4"], Names(cases));
        Assert.All(RecommendationOrder.Of(cases), row => Assert.Equal(row.Place, row.ByScore));
    }

    [Fact]
    public void One_step_moves_the_twentieth_to_the_first_place_and_a_case_concluded_later_finds_its_place_around_it()
    {
        var cases = Enumerable.Range(1, 20).Select(number => Case(number, 100 - number)).ToList();
        Move(cases, 20, 1);
        Assert.Equal("20", Names(cases)[0]);
        Assert.Equal(Enumerable.Range(1, 19).Select(Name), Names(cases).Skip(1));

        cases.Add(Case(21, 98.5m));
        Assert.Equal(["20", "1", "21", "2"], Names(cases).Take(4));
        Assert.Equal(["20"], ByHand(cases));
    }

    [Fact]
    public void A_place_that_is_the_one_of_the_score_is_not_kept()
    {
        var cases = Enumerable.Range(1, 4).Select(number => Case(number, 100 - number)).ToList();
        Move(cases, 4, 1);
        Move(cases, 4, 4);
        Assert.Empty(ByHand(cases));
        Assert.Equal(["1", "2", "3", "4"], Names(cases));
        Move(cases, 3, 99);
        Assert.Equal(["1", "2", "4", "3"], Names(cases));
    }

    [Fact]
    public void Whatever_is_moved_stands_where_it_was_put_and_all_others_keep_their_order()
    {
        var chance = new Random(20260710);
        for (var round = 0; round < 200; round++)
        {
            var cases = Enumerable.Range(1, chance.Next(2, 9)).Select(number => Case(number, 60 + chance.Next(4))).ToList();
            for (var step = 0; step < 6; step++)
            {
                var (moved, place) = (chance.Next(1, cases.Count + 1), chance.Next(1, cases.Count + 1));
                var wanted = Names(cases).Where(name => name != Name(moved)).ToList();
                wanted.Insert(place - 1, Name(moved));
                Move(cases, moved, place);
                Assert.Equal(wanted, Names(cases));
            }
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}");

    private static void Move(List<ConcludedCase> cases, int number, int place)
    {
        var moved = cases.Single(row => row.Organisation.Name == Name(number)).Declaration.Id;
        var byHand = RecommendationOrder.Move(RecommendationOrder.Of(cases), moved, place);
        foreach (var row in cases)
        {
            if (byHand.TryGetValue(row.Declaration.Id, out var held))
            {
                row.Conclusion.PlaceAt(held, "理由");
            }
            else
            {
                row.Conclusion.PlaceByScore();
            }
        }
    }

    private static List<string> Names(IEnumerable<ConcludedCase> cases) => [.. RecommendationOrder.Of(cases).Select(row => row.Case.Organisation.Name)];

    private static List<string> ByHand(IEnumerable<ConcludedCase> cases) => [.. cases.Where(row => row.Conclusion.Rank is not null).Select(row => row.Organisation.Name)];

    private static ConcludedCase Case(int number, decimal points, PreferenceState? preference = null)
    {
        var organisation = Organisation.Create(
            new OrganisationId(Guid.CreateVersion7()), City, new DistrictId(Guid.CreateVersion7()), OrganisationKind.Factory, CreditCode.Parse(CreditCodes.Of(number)).Value, Name(number), "");
        var person = new UserId(Guid.CreateVersion7());
        var declaration = Declaration.Begin(new DeclarationId(Guid.CreateVersion7()), Campaign, organisation, DeclarationPurpose.NewEntry, $"F2026-{number:000}", person, Now);
        var score = FrozenScore.Create(
            new FrozenScoreId(Guid.CreateVersion7()), declaration, ScoreParty.Verified, 1, new RuleSetVersionId(Guid.CreateVersion7()), "", "{}", "{}", points, new DateOnly(2026, 6, 1), Now);
        var conclusion = DistrictConclusion.Create(new DistrictConclusionId(Guid.CreateVersion7()), declaration, ConclusionKind.Recommend, "理由", score, person, "陈雨桐", Now);
        return new ConcludedCase(declaration, organisation, conclusion, points, score, preference is { } state ? new PreferenceReading(state, "", []) : null, []);
    }
}
