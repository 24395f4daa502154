using System.Globalization;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Departments;

/// <summary>A filled-in row of the opinion sheet that could be understood.</summary>
/// <param name="Row">The question.</param>
/// <param name="Kind">The opinion.</param>
/// <param name="Text">In words.</param>
public sealed record SheetOpinion(OpinionRow Row, OpinionKind Kind, string Text);

/// <summary>What an uploaded opinion sheet says, row by row.</summary>
/// <param name="Opinions">Rows that can be taken over.</param>
/// <param name="Problems">Cells that must be corrected.</param>
/// <param name="Blank">Rows left blank; their questions stay open.</param>
public sealed record OpinionSheetReport(IReadOnlyList<SheetOpinion> Opinions, IReadOnlyList<CellProblem> Problems, int Blank);

/// <summary>The workbook in which a department answers many questions at once.</summary>
public static class OpinionSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "部门意见";

    private const int NumberColumn = 1;
    private const int KindColumn = 5;
    private const int TextColumn = 6;

    private static readonly IReadOnlyDictionary<string, OpinionKind> Words = Enum.GetValues<OpinionKind>().ToDictionary(ReviewWords.Of);

    /// <summary>The open questions, to be filled in; cells with problems are marked and say what is wrong.</summary>
    public static SheetTable Table(IEnumerable<OpinionRow> rows, IReadOnlyDictionary<string, (string Kind, string Text)>? filled = null, IReadOnlyList<CellProblem>? problems = null)
    {
        var open = rows.ToList();
        return new SheetTable(
            Name,
            [
                new SheetColumn("案件编号", 20),
                new SheetColumn("申报单位", 40),
                new SheetColumn("统一社会信用代码", 24),
                new SheetColumn("反馈期限", 14),
                new SheetColumn("意见", 22) { IsEditable = true, Choices = [.. Words.Keys], Hint = "从列表中选择；留空表示暂不反馈" },
                new SheetColumn("具体情形", 60) { IsEditable = true, Hint = "“有意见”和“存在不得推荐情形”必填" },
            ],
            [.. open.Select((row, index) => Line(row, index + 2, filled, problems ?? []))]);
    }

    /// <summary>What was filled in, by case number.</summary>
    public static IReadOnlyDictionary<string, (string Kind, string Text)> Filled(SheetContent sheet) =>
        sheet.Rows.Where(row => row.Number > 1 && row.At(NumberColumn) is not null)
            .GroupBy(row => row.At(NumberColumn)!.Text)
            .ToDictionary(group => group.Key, group => (group.First().At(KindColumn)?.Text ?? "", group.First().At(TextColumn)?.Text ?? ""));

    /// <summary>Checks a filled-in sheet against the open questions; nothing is stored.</summary>
    public static OpinionSheetReport Check(SheetContent sheet, IReadOnlyList<OpinionRow> open)
    {
        var opinions = new List<SheetOpinion>();
        var problems = new List<CellProblem>();
        var blank = 0;
        var seen = new HashSet<string>();
        foreach (var row in sheet.Rows.Where(row => row.Number > 1))
        {
            var number = row.At(NumberColumn)?.Text ?? "";
            var (kind, text) = (row.At(KindColumn)?.Text ?? "", row.At(TextColumn)?.Text ?? "");
            if (open.FirstOrDefault(question => question.CaseNumber == number) is not { } question)
            {
                problems.Add(Problem(row, NumberColumn, number.Length == 0 ? "案件编号为空，请使用下载的表格填写。" : $"没有征求本部门对案件“{number}”的意见，或已不能反馈。请删除该行。"));
            }
            else if (!seen.Add(number))
            {
                problems.Add(Problem(row, NumberColumn, $"案件“{number}”出现了两次，请只保留一行。"));
            }
            else if (kind.Length == 0)
            {
                blank++;
                problems.AddRange(text.Length > 0 ? [Problem(row, KindColumn, "填写了具体情形但没有选择意见，请选择。")] : []);
            }
            else if (!Words.TryGetValue(kind, out var meant))
            {
                problems.Add(Problem(row, KindColumn, $"“{kind}”不是可选的意见，请填写：{string.Join("、", Words.Keys)}。"));
            }
            else if (WrittenText.ControlCharacters(text) is { Count: > 0 } found)
            {
                problems.Add(Problem(row, TextColumn, $"有看不见的控制字符 {string.Join("、", found)}，无法保存，请删除后重新填写这一格。"));
            }
            else if (meant is not OpinionKind.NoComment && text.Length == 0)
            {
                problems.Add(Problem(row, TextColumn, $"选择“{kind}”时，请写明具体情形。"));
            }
            else
            {
                opinions.Add(new SheetOpinion(question, meant, text));
            }
        }

        return new OpinionSheetReport(opinions, problems, blank);
    }

    private static IReadOnlyList<SheetCell> Line(OpinionRow row, int number, IReadOnlyDictionary<string, (string Kind, string Text)>? filled, IReadOnlyList<CellProblem> problems)
    {
        var (kind, text) = filled is not null && filled.TryGetValue(row.CaseNumber, out var given) ? given : ("", "");
        return
        [
            SheetCell.Of(row.CaseNumber),
            SheetCell.Of(row.Organisation),
            SheetCell.Of(row.CreditCode),
            SheetCell.Of(Clock.ChinaTime.Of(row.DueAt).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Marked(kind, $"E{number}", problems),
            Marked(text, $"F{number}", problems),
        ];
    }

    private static SheetCell Marked(string text, string address, IReadOnlyList<CellProblem> problems)
    {
        var cell = text.Length > 0 ? SheetCell.Of(text) : SheetCell.Empty;
        return problems.FirstOrDefault(problem => problem.Address == address) is { } problem ? cell with { Mark = CellMark.Error, Comment = problem.Message } : cell;
    }

    private static CellProblem Problem(SheetContentRow row, int column, string message) =>
        new(Name, string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row.Number}"), message);
}
