using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>What must not be written in source files and in pages.</summary>
public sealed class TextRuleTests
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly TextRule[] All =
    [
        new(
            "SQL text with values put into it",
            new(@"(ExecuteSqlRaw|FromSqlRaw|SqlQueryRaw)(Async)?(<[^>]*>)?\(\s*(\$|""[^""]*""\s*\+|\w+\s*\+)", Options),
            [".cs"],
            "db.Database.ExecuteSqlRawAsync($\"DELETE FROM t WHERE id = {id}\")",
            "db.Database.ExecuteSqlAsync($\"DELETE FROM t WHERE id = {id}\")"),
        new(
            "unescaped HTML",
            new(@"Html\.Raw\(|new HtmlString\(", Options),
            [".cs", ".cshtml"],
            "@Html.Raw(Model.Name)",
            "@Model.Name")
        {
            // Each builds SVG or a list from numbers and constants, and encodes every text it is given; the guide ships with the program and its
            // Markdown is read with raw HTML switched off.
            Exceptions =
            [
                "src/GreenFactory.Web/Face/Marks/IconMarkup.cs",
                "src/GreenFactory.Web/Face/Measures/ScoreRulerTagHelper.cs",
                "src/GreenFactory.Web/Face/Measures/SvgMarkup.cs",
                "src/GreenFactory.Web/Guide/GuideLibrary.cs",
            ],
        },
        new(
            "a style attribute",
            new(@"<[a-zA-Z][^>]*\sstyle\s*=", Options),
            [".cshtml"],
            "<p class=\"a\" style=\"color: red\">",
            "<p class=\"a\" data-style=\"red\">"),
        new(
            "a script in the page",
            new(@"<script(?![^>]*\s(src|type=""application/json"")\b?)[^>]*>", Options),
            [".cshtml"],
            "<script>alert(1)</script>",
            "<script src=\"~/js/site.js\" defer></script>"),
        new(
            "a style sheet in the page",
            new(@"<style\b", Options),
            [".cshtml"],
            "<style>p { color: red }</style>",
            "<link rel=\"stylesheet\" href=\"~/css/site.css\">"),
        new(
            "an event attribute",
            new(@"<[a-zA-Z][^>]*\son[a-z]+\s*=\s*[""']", Options),
            [".cshtml"],
            "<button onclick=\"go()\">",
            "<button data-only=\"x\" name=\"on\">"),
        new(
            "a form that posts without the page's token: one with an address gets it only when told",
            new(@"<form\b(?=[^>]*\smethod=""post"")(?=[^>]*\saction=)(?![^>]*\sasp-antiforgery=""true"")", Options),
            [".cshtml"],
            "<form method=\"post\" action=\"~/verify\">",
            "<form method=\"post\" asp-antiforgery=\"true\" action=\"~/verify\">"),
        new(
            "a limit at which the browser cuts what is pasted without a word: limits are counted, shown and refused",
            new(@"<(input|textarea|gf-\w+)\b[^>]*\smaxlength\s*=", Options),
            [".cshtml"],
            "<textarea name=\"Reason\" maxlength=\"500\">",
            "<p data-counter-for=\"Reason\" data-max=\"500\">"),
        new(
            "a campaign taken because it is the latest: CampaignChoiceReader decides which one is meant",
            new(@"\.Campaigns\b[^;]{0,300}\.OrderBy(Descending)?\([^;]{0,300}\.First", Options),
            [".cs"],
            "db." + "Campaigns.OrderByDescending(row => row.Year).FirstAsync(cancellation)",
            "db.Campaigns.OrderByDescending(row => row.Year).ToListAsync(cancellation)"),
        new(
            "a text asked only for blanks: what cannot be seen says nothing either, so it is WrittenText.Said, SaysNothing, IsBetween or Written() that asks",
            new(@"IsNullOrWhiteSpace|\.NotEmpty\(\)|\.Trim\(\)(?!\.Normalize)", Options),
            [".cs"],
            "RuleFor(command => command.Reason).NotEmpty()",
            "RuleFor(command => command.Reason).Written()")
        {
            Within = "src/GreenFactory.Application/",

            // Cells of a workbook, a number with its unit, and the XML of a package: what is left there is read or refused by its own grammar.
            Exceptions =
            [
                "src/GreenFactory.Application/Administration/LoadHolidaysHandler.cs",
                "src/GreenFactory.Application/Declarations/TypedQuantity.cs",
                "src/GreenFactory.Application/Evidence/Inspection/OfdParts.cs",
                "src/GreenFactory.Application/Ports/Spreadsheets/SheetContentCell.cs",
                "src/GreenFactory.Application/RuleLibrary/Workbook/CellEscape.cs",
            ],
        },
        new(
            "a text kept or asked for in the model by blanks alone: WrittenText.Said and SaysNothing know what cannot be seen",
            new(@"IsNullOrWhiteSpace|\.Trim\(\)", Options),
            [".cs"],
            "Reason = reason.Trim();",
            "Reason = WrittenText.Said(reason);")
        {
            Within = "src/GreenFactory.Domain/",

            // Here it is said what a blank is.
            Exceptions = ["src/GreenFactory.Domain/Shared/ComparableText.cs", "src/GreenFactory.Domain/Shared/WrittenText.cs"],
        },
        new(
            "an address of a page in a use case: it hands out a Destination, and the web knows the page",
            new(@"""/(apply|district|departments|city|experts|admin|account|register|notices|publications|announcements|objections|verify|rules|help|api)\b", Options | RegexOptions.IgnoreCase),
            [".cs"],
            "process.Notify(declaration, Desk.Apply, title, body, $\"/apply/{id}\")",
            "process.Notify(declaration, Desk.Apply, title, body, Destination.Case(id))")
        {
            Within = "src/GreenFactory.Application/",
        },
        new(
            "a script that talks to the portal or keeps what is typed by itself: background.js and drafts.js do, for every page",
            new(@"\b(fetch\(|XMLHttpRequest|sendBeacon|indexedDB|openDB|localStorage|sessionStorage)", Options),
            [".js"],
            "await fetch(form.action, { method: 'POST', body })",
            "await post(form.action, body)")
        {
            Within = "src/GreenFactory.Web/wwwroot/js/",

            // An upload says how far it is, which only the older interface can; the theme is a choice for a machine and not typed.
            Exceptions =
            [
                "src/GreenFactory.Web/wwwroot/js/background.js",
                "src/GreenFactory.Web/wwwroot/js/drafts.js",
                "src/GreenFactory.Web/wwwroot/js/upload.js",
                "src/GreenFactory.Web/wwwroot/js/theme.js",
            ],
        },
        new(
            "a form that is told to lose what is typed into it",
            new(@"data-keep=""off""", Options),
            [".cshtml"],
            "<form method=\"post\" data-keep=\"off\">",
            "<form method=\"post\" data-keep=\"stay\">")
        {
            // A code that is looked up, a search for an industry whose result is the page, and a list of ticks with a date, the clock of a development machine: nobody writes there.
            Exceptions =
            [
                "src/GreenFactory.Web/Pages/Development/Clock.cshtml",
                "src/GreenFactory.Web/Pages/District/Index.cshtml",
                "src/GreenFactory.Web/Pages/Public/Objections.cshtml",
                "src/GreenFactory.Web/Pages/Public/Precheck/Index.cshtml",
            ],
        },
        new(
            "a last day without the moment that it means, said before it is saved",
            new(@"<gf-field asp-for=""[\w.]*(LastDay|Deadline)""(?![^>]*\sdeadline\b)|<input\b(?=[^>]*\sname=""LastDay"")(?![^>]*\saria-describedby=""[\w-]*deadline)", Options),
            [".cshtml"],
            "<gf-field asp-for=\"LastDay\" label=\"反馈期限\" />",
            "<gf-field asp-for=\"LastDay\" label=\"反馈期限\" deadline />"),
        new(
            "the name of a field of the form: FormField makes it and reads it, and an AnswerPlace is the place in the facts",
            new(@"\$?""[pgixrw]\.[\w{]|""evidence-|\[\s*""[pgixrw]""\s*,|""[pgixrw]"" or |\$?""(groups|inputs|gates)\.\{?", Options),
            [".cs", ".cshtml"],
            "var field = $\"i.{input.Code}\";",
            "var field = FormField.OfInput(input.Code).Name;")
        {
            Within = "src/",
            Exceptions = ["src/GreenFactory.Application/Declarations/Form/FormField.cs", "src/GreenFactory.Scoring/Facts/AnswerPlace.cs"],
        },
        new(
            "a number read from text by itself: what people type is read by TypedText, which says what is wrong",
            new(@"\b(decimal|double|float)\.(Try)?Parse(Exact)?\(|Convert\.To(Decimal|Double)\(", Options),
            [".cs", ".cshtml"],
            "decimal.TryParse(typed, out var number)",
            "TypedText.TryReadNumber(typed, out var number, out var complaint)")
        {
            Within = "src/",

            // They read what programs wrote: JSON, formulas, cells of a workbook as they are stored, sealed points, the log, and the place of a page.
            Exceptions =
            [
                "src/GreenFactory.Application/Audit/Verification/DatabaseAudit.cs",
                "src/GreenFactory.Application/Reviews/PackSheet.cs",
                "src/GreenFactory.Application/Reviews/QueueCase.cs",
                "src/GreenFactory.Application/RuleLibrary/FrozenScoreReader.cs",
                "src/GreenFactory.Application/RuleLibrary/Workbook/CellNumber.cs",
                "src/GreenFactory.Domain/Honours/ListedLevel.cs",
                "src/GreenFactory.Domain/Honours/ListedRow.cs",
                "src/GreenFactory.Infrastructure/Spreadsheets/CellReading.cs",
                "src/GreenFactory.Scoring/Json/DecimalText.cs",
                "src/GreenFactory.Scoring/Json/JsonObjectExtensions.cs",
                "src/GreenFactory.Scoring/RuleSets/LeafBound.cs",
            ],
        },
        new(
            "a rule of four eyes on a case beside the one of FourEyesRule: FourEyesReader reads it, and FourEyesGuard proves it",
            new(@"FourEyesRule\.DesksBefore|\bCreatedBy\s*[=!]=|[=!]=\s*\w+\.CreatedBy\b", Options),
            [".cs", ".cshtml"],
            "if (declaration.CreatedBy == access.Scope.RequiredUser)",
            "if ((await fourEyes.InvolvedAsync(person, desk, [declaration.Id], cancellation)).Count > 0)")
        {
            Within = "src/",
            Exceptions = ["src/GreenFactory.Application/Cases/FourEyesReader.cs"],
        },
        new(
            "an unfinished note",
            new(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b", Options),
            [".cs", ".cshtml", ".css", ".js", ".sql", ".md", ".yaml", ".sh"],
            "// TO" + "DO later",
            "// hackneyed"),
        new(
            "a switched-off warning for a whole file",
            new(@"#nullable disable|#pragma warning disable\s*$", Options),
            [".cs"],
            "#nullable disable",
            "#pragma warning disable CA2100"),
    ];

    /// <summary>The rules by name, for the runner's list.</summary>
    public static TheoryData<string> Names => [.. All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_in_the_repository_breaks_it(string name) =>
        Findings.AssertNone(Rule(name).Violations("src", "tests", "deploy", "docs").Where(hit => !IsOutOfReach(hit)));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_sees_what_is_wrong_and_lets_pass_what_is_right(string name)
    {
        Assert.Matches(Rule(name).Pattern, Rule(name).Bad);
        Assert.DoesNotMatch(Rule(name).Pattern, Rule(name).Good);
    }

    /// <summary>This file holds the bad examples; generated migrations are not written by people.</summary>
    private static bool IsOutOfReach(string hit) =>
        hit.StartsWith($"tests/GreenFactory.Architecture.Tests/{nameof(TextRuleTests)}.cs:", StringComparison.Ordinal)
        || hit.Contains("/Data/Migrations/", StringComparison.Ordinal);

    private static TextRule Rule(string name) => All.Single(rule => rule.Name == name);
}
