using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Samples.Histories;
using GreenFactory.Samples.Invented;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Samples;

/// <summary>Plays the life of one case up to its stage.</summary>
/// <param name="planting">The year in the making.</param>
/// <param name="work">The case.</param>
/// <param name="people">Who acts for the district.</param>
/// <param name="departments">Its departments.</param>
/// <param name="papers">Files that lie in the store.</param>
/// <param name="time">The working days.</param>
/// <param name="chance">The row of numbers of this case.</param>
internal sealed class CaseScript(
    Planting planting, PlantedCase work, DistrictPeople people, IReadOnlyList<Department> departments, PaperShelf papers, WorkingTime time, Chance chance)
{
    private static readonly string[] Comments = ["上年有一次整改通知，已按期完成并销号。", "近三年无行政处罚；有一起信访，已办结。", "请关注危险废物贮存间的台账。", "用电量与我部门掌握的数据相差约 4%，请核对口径。"];
    private static readonly string[] Bars = ["2025年9月因超标排放受到行政处罚，处于三年期内，属于不得推荐情形。", "2026年3月发生一般生产安全责任事故，属于不得推荐情形。"];
    private static readonly string[] Questions = ["请说明可再生能源消费量的核算范围，并补充绿电结算凭证。", "请补充应用案例的验收材料。", "产值与统计报表 B204-1 相差较大，请说明口径。"];

    private readonly ApplicantHistory applicant = new(planting, work);
    private readonly DistrictHistory district = new(planting, work, people.Officer);

    /// <summary>Whether every kind of evidence is proved by a file of its own; otherwise one file stands for all kinds.</summary>
    public required bool WithAllPapers { get; init; }

    /// <summary>Fills in the declaration from a day on, in two sittings, and proves it.</summary>
    /// <param name="day">The working day it is begun.</param>
    /// <param name="whole">Whether all of it is filled in.</param>
    public void FillIn(int day, bool whole)
    {
        applicant.Begin(time.At(day, 9, chance.Between(5, 50)));
        var at = time.At(day, 10, chance.Below(20));
        var set = work.RuleSet.RuleSet;
        string[] sections = [SectionCodes.Profile, SectionCodes.Gates, .. set.Groups.Select(group => group.Code)];
        var saved = whole ? sections : sections[..(sections.Length / 2)];
        foreach (var section in saved)
        {
            applicant.Save(section, at, sits: section != sections[0]);
            at = at.AddMinutes(chance.Between(6, 14));
        }

        at = time.At(day + 1, 9, chance.Between(10, 40));
        var sheet = work.RuleSet.Evaluate(DeclaredFacts.From(set, field => work.Typed.GetValueOrDefault(field, [])).Facts, work.Campaign.ParametersAsOf);
        var subjects = set.Gates.Where(CaseProgress.NeedsFile).Select(gate => (gate.Code, gate.Evidence, Group: SectionCodes.Gates))
            .Concat(set.Indicators.Where(row => CaseProgress.NeedsFile(row, sheet.Indicators.First(score => score.Code == row.Code))).Select(row => (row.Code, row.Evidence, row.Group)));
        foreach (var (code, evidence, _) in subjects.Where(row => saved.Contains(row.Group)))
        {
            foreach (var kind in WithAllPapers ? evidence.AsEnumerable() : evidence.Take(1))
            {
                applicant.Upload(code, papers.For(kind), at);
                at = at.AddMinutes(2);
            }
        }
    }

    /// <summary>Signs and submits.</summary>
    public void Submit(int day) => applicant.Submit(time.At(day, chance.Between(14, 16), chance.Below(60)));

    /// <summary>Withdraws before or after the submission.</summary>
    public void Withdraw(int day) => applicant.Withdraw(work.Declaration.State is CaseState.Draft ? "" : "本年度生产线停产改造，数据口径变化较大，拟下一年度再申报。", time.At(day, 16, chance.Below(50)));

    /// <summary>The district takes it and asks the departments.</summary>
    /// <param name="day">The working day.</param>
    /// <param name="lastDay">The working day by the end of which the departments answer.</param>
    public void Take(int day, int lastDay)
    {
        district.Take(time.At(day, 9, chance.Below(50)));
        if (work.Purpose is DeclarationPurpose.NewEntry)
        {
            district.Ask(departments, time.Day(lastDay), time.At(day, 10, chance.Below(50)));
        }
    }

    /// <summary>Rules so many of the indicators; the rest stays open.</summary>
    public void Rule(int day, int percent, bool withQuestion)
    {
        var at = time.At(day, 13, chance.Below(30));
        var indicators = work.Sheet.Indicators;
        var count = indicators.Count * percent / 100;
        for (var i = 0; i < count; i++, at = at.AddMinutes(3))
        {
            var indicator = indicators[i];
            if (withQuestion && i == count - 1)
            {
                district.Rule(indicator.Code, VerdictKind.Question, chance.Pick(Questions), [], at);
            }
            else if (chance.Holds(6) && CorrectionOf(indicator.Code) is { } correction)
            {
                district.Rule(indicator.Code, VerdictKind.Correct, "按统计报表和现场抄表数据核减。", [correction], at);
            }
            else
            {
                district.Rule(indicator.Code, VerdictKind.Accept, "", [], at);
            }
        }
    }

    /// <summary>Plans the visit, and records it when its day is past.</summary>
    public void Visit(int planned, int on, bool recorded)
    {
        district.PlanVisit(time.Day(on), chance.Holds(50) ? SiteVisit.Morning : SiteVisit.Afternoon, [people.Officer.Name, people.Lead.Name], time.At(planned, 16, chance.Below(30)));
        if (!recorded)
        {
            return;
        }

        district.Photograph(papers.Photograph(chance.Below(PaperShelf.Photographs)), time.At(on, 15, 5));
        var mismatches = chance.Holds(15) ? new Dictionary<int, string> { [chance.Between(4, Math.Min(9, work.VisitItems.Count))] = "现场台账与申报值不一致，已要求企业说明。" } : [];
        district.RecordVisit($"{work.Signer.Name}（负责人）", "生产正常，计量器具在检定有效期内，现场情况与申报材料基本一致。", mismatches, time.At(on, 16, 20 + chance.Below(20)));
    }

    /// <summary>The departments answer from a day on; some of them may be missing.</summary>
    /// <param name="day">The first working day of the answers.</param>
    /// <param name="missing">How many do not answer.</param>
    /// <param name="recorded">The working day on which the district records who did not answer in time; null for not.</param>
    /// <param name="barred">Whether one of them objects.</param>
    public void Hear(int day, int missing, int? recorded, bool barred)
    {
        if (work.Opinions.Count == 0)
        {
            return;
        }

        var kinds = work.Opinions.Select(row => row.Department.Kind).OrderBy(_ => chance.Below(1000)).ToList();
        foreach (var (index, kind) in kinds.Skip(missing).Index())
        {
            var bars = barred && index == 0;
            var comments = !bars && chance.Holds(12);
            district.Opine(
                kind, people.Departments[kind], bars ? OpinionKind.Bars : comments ? OpinionKind.Comment : OpinionKind.NoComment, bars ? chance.Pick(Bars) : comments ? chance.Pick(Comments) : "", time.At(day + (index / 2), 9 + index, chance.Below(50)));
        }

        if (recorded is { } on)
        {
            foreach (var (index, kind) in kinds.Take(missing).Index())
            {
                district.RecordOverdue(kind, time.At(on, 9, index));
            }
        }
    }

    /// <summary>Returns the case with items.</summary>
    public void Return(int day, int lastDay)
    {
        var first = work.RuleSet.RuleSet.Indicators[0];
        var second = work.RuleSet.RuleSet.Indicators[^1];
        district.Return(
            time.Day(lastDay),
            [
                new ItemToCorrect(ChangeSubject.Indicator, first.Code, $"指标 {IndicatorTitles.Of(first)}", "产值与统计报表 B204-1 不一致，请核对并补充报表。"),
                new ItemToCorrect(ChangeSubject.Indicator, second.Code, $"指标 {IndicatorTitles.Of(second)}", "请补充最近一年的证明材料。"),
            ],
            time.At(day, 15, chance.Below(50)));
    }

    /// <summary>Answers the first items of the return.</summary>
    public void Answer(int day, int items) =>
        applicant.Answer([.. work.Returns[^1].Items.Take(items).Select(item => (item, "已按统计报表核对，更正后的材料已补充上传。"))], time.At(day, 10, chance.Below(40)));

    /// <summary>Submits again, with a further file for what was returned.</summary>
    public void Resubmit(int day)
    {
        applicant.Upload(work.RuleSet.RuleSet.Indicators[0].Code, papers.For("补充说明"), time.At(day, 11));
        applicant.Submit(time.At(day, 14, chance.Below(50)));
    }

    /// <summary>Concludes.</summary>
    public void Conclude(int day, ConclusionKind kind) => district.Conclude(
        kind,
        kind switch
        {
            ConclusionKind.Recommend => "指标核定属实，现场核实一致，部门无不得推荐的意见。",
            ConclusionKind.Decline => "核定得分较低，能源和资源指标与申报差距较大，暂不推荐。",
            ConclusionKind.Keep => "对标情况良好，建议保持名录。",
            ConclusionKind.Rectify => "部分指标低于申报时水平，建议限期整改。",
            _ => "已不具备绿色工厂条件，建议调整出名录。",
        },
        time.At(day, 17, chance.Below(40)));

    /// <summary>The city's check.</summary>
    public void Comply(Person officer, int day, bool passes) => new CityHistory(planting, work, officer).DecideCompliance(
        passes ? null : (ComplianceItem.Materials, "缺少温室气体排放报告的签章页。"), passes ? null : "推荐材料不完整，限期内未补齐。", time.At(day, chance.Between(9, 16), chance.Below(60)));

    private Correction? CorrectionOf(string indicator) => DeclaredAnswers.Of(work.RuleSet, work.Facts, indicator)
        .Where(row => row.Place.Group is null && row.Answer is not null)
        .Select(row => TypedText.TryReadNumber(row.Text, out var number, out _) && number > 10
            ? new Correction(row.Path, row.Label, row.Answer!.Parts, [Chance.Typed(decimal.Round(number * 0.97m, 1))])
            : null)
        .FirstOrDefault(correction => correction is not null);
}
