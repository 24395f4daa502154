using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring;
using GreenFactory.Testing.Cases;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>What an officer corrects, as it is stored and as it is read.</summary>
public sealed class CorrectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_text_with_a_comma_stays_one_answer_and_several_codes_stay_several()
    {
        var stored = Correction.Write([new("inputs.process", "工艺", ["旧"], ["余热发电,协同处置"]), new("inputs.systems", "体系", [], ["iso14001", "iso50001"])]);
        var facts = Correction.Read(stored).Aggregate(Facts.Empty, (now, correction) => correction.ApplyTo(now));
        Assert.Equal(["余热发电,协同处置"], facts.Inputs["process"].Parts);
        Assert.Equal(["iso14001", "iso50001"], facts.Inputs["systems"].Parts);
    }

    [Fact]
    public async Task The_officers_words_are_kept_and_the_sentence_around_them_names_what_stands_now()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var review = new DistrictReview(portal.Services, await new CaseBuilder(portal.Services).SubmitAsync(Cancellation), Cancellation);
        await review.TakeAsync();
        foreach (var output in new[] { "1,136,756", "１１３６７００" })
        {
            Assert.True((await review.RuleAsync("energy_intensity", VerdictKind.Correct, "扣除委托加工。", new TypedValue("groups.energy_products[0].output", output))).Succeeded);
        }

        var now = (await review.ReadAsync())!;
        var verdict = now.Verdicts["energy_intensity"].Verdict;
        Assert.Equal("扣除委托加工。", verdict.Reason);
        Assert.Contains("1150000 修改为 1136700，理由是：扣除委托加工。", VerdictWords.Of(verdict, now.Declared), StringComparison.Ordinal);
        Assert.DoesNotContain("1136756", VerdictWords.Of(verdict, now.Declared), StringComparison.Ordinal);
        Assert.Contains("1136756", VerdictWords.Of(now.History["energy_intensity"].First(), now.Declared), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_reads_as_the_same_number_and_what_was_left_open_is_no_correction()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var review = new DistrictReview(portal.Services, await new CaseBuilder(portal.Services).SubmitAsync(Cancellation), Cancellation);
        await review.TakeAsync();
        var now = (await review.ReadAsync())!;
        var open = DeclaredAnswers.Of(now.Declared.RuleSet, now.Declared.Facts, "energy_intensity").First(answer => answer.Answer is null);
        var refused = await review.RuleAsync(
            "energy_intensity", VerdictKind.Correct, "核对。", new TypedValue("groups.energy_products[0].output", "1,150,000.0"), new TypedValue(open.Path, ""));
        Assert.Equal(DistrictErrors.NothingCorrected, refused.Error);
    }
}
