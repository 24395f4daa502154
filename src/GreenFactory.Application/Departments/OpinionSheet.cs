using System.Globalization;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
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

    /// <summary>Heading of what a department says beside its choice.</summary>
    public const string SaidLabel = "具体情形";

    private const int NumberColumn = 1;
    private const int UnitColumn = 2;
    private const int CodeColumn = 3;
    private const int KindColumn = 5;
    private const int TextColumn = 6;

    /// <summary>2000-01-01 and 2099-12-31 as the day numbers of a workbook.</summary>
    private const int FirstDay = 36526;
    private const int LastDay = 73050;

    private static readonly IReadOnlyDictionary<string, OpinionKind> Words = Enum.GetValues<OpinionKind>().ToDictionary(ReviewWords.Of);

    /// <summary>How a marked copy is called in its parts.</summary>
    public static WorkbookMarks Marks { get; } = new("问题清单", "问题", 1);

    /// <summary>The open questions, to be filled in.</summary>
    public static SheetTable Table(IEnumerable<OpinionRow> rows) => new(
        Name,
        [
            new SheetColumn("案件编号", 20),
            new SheetColumn("申报单位", 40),
            new SheetColumn("统一社会信用代码", 24),
            new SheetColumn("反馈期限", 22),
            new SheetColumn("意见", 22) { IsEditable = true, Choices = [.. Words.Keys], Hint = "从列表中选择；留空表示暂不反馈" },
            new SheetColumn(SaidLabel, 60) { IsEditable = true, Hint = "“有意见”和“存在不得推荐情形”必填" },
        ],
        [.. rows.Select(Line)]);

    /// <summary>The case numbers a filled-in sheet is about.</summary>
    public static IReadOnlyCollection<string> CaseNumbers(SheetContent sheet) =>
        [.. sheet.Rows.Where(row => row.Number > 1).Select(row => Folded(row, NumberColumn)).Where(number => number.Length > 0).Distinct()];

    /// <summary>Checks a filled-in sheet against the department's questions; nothing is stored. A row is what its case number says, wherever it stands.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="asked">The questions about the cases that it names.</param>
    /// <param name="unread">Cells that could not be taken; nothing of their rows is.</param>
    public static OpinionSheetReport Check(SheetContent sheet, IReadOnlyList<OpinionRow> asked, IReadOnlyList<CellProblem> unread)
    {
        var opinions = new List<SheetOpinion>();
        List<CellProblem> problems = [.. unread];
        var unsure = unread.Where(cell => !cell.IsNotice && cell.Sheet == sheet.Name).Select(cell => string.Concat(cell.Address.Where(char.IsAsciiDigit))).ToHashSet();
        var blank = 0;
        var twice = sheet.Rows.Where(row => row.Number > 1).GroupBy(row => Folded(row, NumberColumn)).Where(rows => rows.Count() > 1).Select(rows => rows.Key).ToHashSet();
        foreach (var row in sheet.Rows.Where(row => row.Number > 1 && !unsure.Contains(row.Number.ToString(CultureInfo.InvariantCulture))))
        {
            var number = Folded(row, NumberColumn);
            var question = asked.FirstOrDefault(one => one.CaseNumber == number);
            if (RefuseCase(row, number, question) is { } problem)
            {
                problems.Add(problem);
            }
            else if (twice.Contains(number))
            {
                problems.Add(Problem(row, NumberColumn, $"案件“{number}”出现了不止一次，各行都没有采用，请只保留一行。"));
            }
            else if (RefuseUnit(row, question!) is { Count: > 0 } wrong)
            {
                problems.AddRange(wrong);
            }
            else if (Read(row, question!, problems) is { } opinion)
            {
                opinions.Add(opinion);
            }
            else if (row.At(KindColumn) is null)
            {
                blank++;
            }
        }

        return new OpinionSheetReport(opinions, problems, blank);
    }

    private static CellProblem? RefuseCase(SheetContentRow row, string number, OpinionRow? question) => question switch
    {
        _ when number.Length == 0 => Problem(row, NumberColumn, "案件编号为空，请使用下载的表格填写。"),
        null => Problem(row, NumberColumn, $"没有征求本部门对案件“{number}”的意见。请删除该行。"),
        { IsOpen: false } => Problem(row, NumberColumn, $"案件“{number}”（{question.Organisation}）的审查已结束，不能再反馈。请删除该行。"),
        { State: OpinionState.Given } => Problem(
            row, NumberColumn, $"案件“{number}”（{question.Organisation}）已由{question.GivenByName}反馈“{ReviewWords.Of(question.Kind!.Value)}”{(question.WithdrawnBar is { } bar ? $"（{bar}，已更正）" : "")}。更正请在网页上办理并写明理由，表格中请删除该行。"),
        _ => null,
    };

    private static List<CellProblem> RefuseUnit(SheetContentRow row, OpinionRow question)
    {
        var problems = new List<CellProblem>();
        var (name, code) = (row.At(UnitColumn)?.Text ?? "", ComparableText.Code(row.At(CodeColumn)?.Text));
        if (!ComparableText.IsSameName(name, question.Organisation))
        {
            problems.Add(Problem(
                row, UnitColumn, $"案件“{question.CaseNumber}”的申报单位是“{question.Organisation}”，表中写的是“{name}”。请核对该行是不是这家单位，意见没有采用。"));
        }

        if (code != question.CreditCode)
        {
            problems.Add(Problem(
                row, CodeColumn, $"案件“{question.CaseNumber}”（{question.Organisation}）的信用代码是 {question.CreditCode}，表中写的是“{code}”。请核对该行，意见没有采用。"));
        }

        return problems;
    }

    private static SheetOpinion? Read(SheetContentRow row, OpinionRow question, List<CellProblem> problems)
    {
        var (kind, text) = (row.At(KindColumn)?.Text ?? "", WordsOf(row.At(TextColumn)));
        if (kind.Length == 0)
        {
            problems.AddRange(text.Length > 0 ? [Problem(row, KindColumn, "填写了具体情形但没有选择意见，请选择。")] : []);
            return null;
        }

        if (!Words.TryGetValue(kind, out var meant))
        {
            problems.Add(Problem(row, KindColumn, $"“{kind}”不是可选的意见，请填写：{string.Join("、", Words.Keys)}。"));
            return null;
        }

        if (row.At(TextColumn) is { Kind: CellKind.Number or CellKind.Boolean } bare)
        {
            problems.Add(Problem(row, TextColumn, $"这一格不是文字，是 {bare.Text}{Meant(bare)}。请把具体情形写成文字（可先把单元格格式设为“文本”）。"));
            return null;
        }

        if (meant is not OpinionKind.NoComment && text.Length == 0)
        {
            problems.Add(Problem(row, TextColumn, $"选择“{kind}”时，请写明具体情形。"));
            return null;
        }

        if (LengthRules.TooLong(SaidLabel, text, GiveOpinionHandler.LongestText, "") is { } tooLong)
        {
            problems.Add(Problem(row, TextColumn, tooLong.Message));
            return null;
        }

        return new SheetOpinion(question, meant, text);
    }

    /// <summary>What a cell says in words: a share is written with its sign again; a date is one already.</summary>
    private static string WordsOf(SheetContentCell? cell) =>
        cell is { Kind: CellKind.Percent } && cell.TryNumber(out var share) ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.########}%") : WrittenText.Said(cell?.Text);

    /// <summary>What an office program may have made of a date or a share that was typed: it keeps the number and forgets what it was.</summary>
    private static string Meant(SheetContentCell cell) => cell.TryNumber(out var number) switch
    {
        true when number is >= FirstDay and <= LastDay && decimal.IsInteger(number) => $"（表格软件可能把日期 {DateTime.FromOADate((double)number).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)} 存成了数字）",
        true when number is >= 0 and <= 1 => string.Create(CultureInfo.InvariantCulture, $"（表格软件可能把 {number * 100:0.########}% 存成了数字）"),
        _ => "",
    };

    private static IReadOnlyList<SheetCell> Line(OpinionRow row) =>
    [
        SheetCell.Of(row.CaseNumber),
        SheetCell.Of(row.Organisation),
        SheetCell.Of(row.CreditCode),
        SheetCell.Of(Clock.ChinaTime.Deadline(row.DueAt)),
        SheetCell.Empty,
        SheetCell.Empty,
    ];

    /// <summary>Width, blanks and invisible characters do not tell two case numbers apart.</summary>
    private static string Folded(SheetContentRow row, int column) => ComparableText.Name(row.At(column)?.Text);

    private static CellProblem Problem(SheetContentRow row, int column, string message) =>
        new(Name, string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row.Number}"), message);
}
