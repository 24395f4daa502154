using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>A table of holidays and make-up working days: 日期, 性质 (放假 or 上班), 名称, 文号; one row a day.</summary>
/// <param name="Content">A workbook, or CSV in UTF-8; the stream must seek.</param>
/// <param name="FileName">Its name as the browser sent it.</param>
public sealed record LoadHolidays(Stream Content, string FileName);

/// <summary>Loads the State Council's yearly notice. The years of the table replace what was loaded for them; other years stay.</summary>
public sealed class LoadHolidaysHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, ISpreadsheetReader reader)
{
    private const int Columns = 4;
    private const int LongestName = 60;
    private const int MostProblems = 10;
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>Loads; yields the years loaded.</summary>
    public async Task<Result<IReadOnlyList<int>>> HandleAsync(LoadHolidays command, CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin)
        {
            return ProcessErrors.NotAllowed;
        }

        var rows = command.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(command.Content) : ReadWorkbook(command);
        if (!rows.Succeeded)
        {
            return Result<IReadOnlyList<int>>.Failure(rows.Errors);
        }

        var (days, problems) = Understand(rows.Value);
        return problems.Count > 0
            ? Result<IReadOnlyList<int>>.Failure([.. problems.Take(MostProblems)])
            : await runner.RunAsync<IReadOnlyList<int>>(ProcessKind.LoadHolidays, null, process => KeepAsync(days, process, cancellation), cancellation);
    }

    private static Result<List<string[]>> ReadCsv(Stream content)
    {
        try
        {
            using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null });
            var rows = new List<string[]>();
            while (csv.Read())
            {
                rows.Add([.. Enumerable.Range(0, Columns).Select(column => csv.TryGetField<string>(column, out var cell) ? cell?.Trim() ?? "" : "")]);
            }

            return rows;
        }
        catch (DecoderFallbackException)
        {
            return new Error("holidays.encoding", "CSV 文件不是 UTF-8 编码。请另存为“CSV UTF-8”，或直接上传 Excel 工作簿。", "Upload");
        }
    }

    private Result<List<string[]>> ReadWorkbook(LoadHolidays command) => reader.Read(command.Content, command.FileName, SpreadsheetLimits.Default) switch
    {
        SpreadsheetResult.Refused refused => new Error(refused.Refusal.Code, refused.Refusal.Message, "Upload"),
        SpreadsheetResult.Opened { Problems: [_, ..] unread } => Result<List<string[]>>.Failure([.. unread.Take(MostProblems).Select(cell => new Error("holidays.cell", cell.Message, "Upload"))]),
        SpreadsheetResult.Opened { Sheets: [var sheet, ..] } => sheet.Rows.Select(row => Enumerable.Range(1, Columns).Select(column => row.At(column)?.Text ?? "").ToArray()).ToList(),
        _ => new Error("holidays.empty", "工作簿中没有可读的工作表。", "Upload"),
    };

    private (List<CalendarDay> Days, List<Error> Problems) Understand(List<string[]> rows)
    {
        var days = new List<CalendarDay>();
        var problems = new List<Error>();
        var seen = new HashSet<DateOnly>();
        foreach (var (cells, index) in rows.Select((cells, index) => (cells, index)).Skip(1).Where(row => row.cells.Any(cell => cell.Length > 0)))
        {
            if (Refuse(cells, seen, out var day) is { } message)
            {
                problems.Add(new Error("holidays.row", $"第 {index + 1} 行：{message}", "Upload"));
            }
            else
            {
                days.Add(CalendarDay.Create(access.Scope.Municipality, day, cells[1] == HolidayTable.Working, cells[2], cells[3]));
            }
        }

        return days.Count == 0 && problems.Count == 0 ? (days, [new Error("holidays.empty", "表中没有日期。第一行是表头，从第二行起每行一天。", "Upload")]) : (days, problems);
    }

    private static string? Refuse(string[] cells, HashSet<DateOnly> seen, out DateOnly day) =>
        WrittenText.ControlCharacters(string.Concat(cells)) is { Count: > 0 } found ? Unseen(found, out day)
        : !DateOnly.TryParseExact(cells[0], DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? $"“{cells[0]}”不是日期，请按 2027-01-01 填写。"
        : cells[1] is not (HolidayTable.Off or HolidayTable.Working) ? $"性质“{cells[1]}”应为“放假”或“上班”。"
        : cells[1] == HolidayTable.Working && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? $"{day:yyyy-MM-dd} 不是周末，不需要登记为调休上班。"
        : cells[2].Length is 0 or > LongestName ? "请填写名称，例如“国庆节”，不超过 60 字。"
        : cells[3].Length is 0 or > LongestName ? "请填写通知的文号，例如“国办发明电〔2025〕7号”。"
        : !seen.Add(day) ? $"{day:yyyy-MM-dd} 出现了两次。"
        : null;

    private static string Unseen(IReadOnlyList<string> found, out DateOnly day)
    {
        day = default;
        return $"有看不见的控制字符 {string.Join("、", found)}，请删除后重新填写。";
    }

    private async Task<Result<IReadOnlyList<int>>> KeepAsync(List<CalendarDay> days, RunningProcess process, CancellationToken cancellation)
    {
        IReadOnlyList<int> years = [.. days.Select(day => day.Day.Year).Distinct().Order()];
        var (first, last) = (new DateOnly(years[0], 1, 1), new DateOnly(years[^1], 12, 31));
        var before = (await db.CalendarDays.Where(day => day.Day >= first && day.Day <= last).ToListAsync(cancellation)).Where(day => years.Contains(day.Day.Year)).ToList();
        db.RemoveRange(before);
        await db.SaveChangesAsync(cancellation);
        db.AddRange(days);
        process.Record(
            EventKind.HolidaysLoaded,
            $"载入{string.Join("、", years)}年放假安排：{days.Count} 天，依据 {string.Join("、", days.Select(day => day.Source).Distinct())}",
            new { before = before.Select(Words), now = days.Select(Words) });
        return Result<IReadOnlyList<int>>.Of(years);
    }

    private static string Words(CalendarDay day) => $"{day.Day:yyyy-MM-dd} {(day.IsWorkingDay ? HolidayTable.Working : HolidayTable.Off)} {day.Name} {day.Source}";
}
