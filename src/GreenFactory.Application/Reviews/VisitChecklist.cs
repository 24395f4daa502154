using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>What is looked at on the spot: the basic facts of the unit, then every indicator with what is declared for it.</summary>
internal static class VisitChecklist
{
    public static IEnumerable<(string Code, string Title, string Declared)> For(Organisation organisation, ReplayedScore declared)
    {
        var words = new AnswerWords(declared.RuleSet.RuleSet, declared.Score.AsOf);
        yield return ("address", "生产地址与营业执照一致", organisation.Address);
        yield return ("operating", "正常经营生产，无停产", "查看生产现场、当月生产记录");
        yield return ("boundary", "评价边界与申报一致", "核对厂区、车间和辅助设施范围");
        foreach (var row in declared.Sheet.Indicators.Where(row => row.State is not ScoreState.NotApplicable))
        {
            var answers = DeclaredAnswers.Of(declared.RuleSet, declared.Facts, row.Code).Where(answer => answer.Text.Length > 0).Take(4)
                .Select(answer => $"{answer.Label} {words.Of(answer.Definition, answer.Answer, answer.Unit)}");
            yield return (row.Code, row.Detail.Length > 0 ? $"{row.Name}：{row.Detail}" : row.Name, string.Join("；", answers));
        }
    }
}
