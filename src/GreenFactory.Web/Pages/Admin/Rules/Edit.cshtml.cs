using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.RuleSets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class EditValuesModel(RuleSetVersionQuery query, SaveDraftValuesHandler save, CurrentAccess access) : PageModel
{
    /// <summary>The part that holds the weights; every other part is a parameter table.</summary>
    public const string Weights = "weights";

    /// <summary>The part that holds 基准值 and 引领值 that stand in the indicators themselves.</summary>
    public const string Bounds = "bounds";

    /// <summary>Rows on a page.</summary>
    public const int Size = 40;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "栏目")]
    public string Part { get; set; } = Weights;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int At { get; set; }

    /// <summary>What is typed, by place.</summary>
    [BindProperty]
    [Display(Name = "填写的内容")]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Hash of the content the form was made from.</summary>
    [BindProperty]
    [Display(Name = "内容指纹")]
    public string? Hash { get; set; }

    [TempData]
    public string? Done { get; set; }

    public RuleSetVersion Row { get; private set; } = null!;

    public RuleSet Set { get; private set; } = null!;

    /// <summary>Indicators with numbers of their own as 基准值 or 引领值.</summary>
    public IReadOnlyList<(Indicator Indicator, IReadOnlyList<LeafBound> Bounds)> OwnBounds =>
        [.. Set.Indicators.Select(indicator => (indicator, LeafBound.Of(indicator.Leaf))).Where(pair => pair.Item2.Count > 0)];

    public ParameterTable? Table => Set.Parameters.FirstOrDefault(table => table.Code == Part);

    /// <summary>Rows of the table that fit the words, each with its place in the table.</summary>
    public IReadOnlyList<(int Index, ParameterRow Row)> Rows { get; private set; } = [];

    /// <summary>Whether more rows follow.</summary>
    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await save.HandleAsync(new SaveDraftValues(new RuleSetVersionId(Id), [.. Values.Select(pair => new DraftValue(pair.Key, pair.Value))], Hash), cancellation);
        if (outcome.Succeeded)
        {
            Done = outcome.Value == 0 ? "没有改动。" : $"已保存，改动 {outcome.Value} 处。";
            return RedirectToPage("/Admin/Rules/Edit", new { id = Id, part = Part, words = Words, at = At });
        }

        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Field is null ? "" : Name(error.Field), error.Message);
        }

        return Page();
    }

    /// <summary>What stands in a field: as typed after a refusal, otherwise as in the document.</summary>
    public string Text(string place, decimal? value) => Values.TryGetValue(place, out var typed) ? typed ?? "" : value is { } number ? number.ToString("0.############################", CultureInfo.InvariantCulture) : "";

    /// <summary>What stands in a field of words: as typed after a refusal, otherwise as in the document.</summary>
    public string Typed(string place, string written) => Values.TryGetValue(place, out var typed) ? typed ?? "" : written;

    /// <summary>Name of a field.</summary>
    public static string Name(string place) => $"Values[{place}]";

    /// <summary>Element of a field.</summary>
    public static string IdOf(string place) => TagBuilder.CreateSanitizedId(Name(place), "_");

    public bool IsWrong(string place) => ModelState.TryGetValue(Name(place), out var entry) && entry.Errors.Count > 0;

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin || await query.FindAsync(new RuleSetVersionId(Id), cancellation) is not { IsEditable: true } row)
        {
            return false;
        }

        Row = row;
        Set = RuleSetDocuments.SetOf(row);
        if (Part is not (Weights or Bounds) && Table is null)
        {
            return false;
        }

        var fitting = (Table?.Rows ?? []).Select((parameter, index) => (index, parameter))
            .Where(pair => WrittenText.SaysNothing(Words) || pair.parameter.Label.Contains(WrittenText.Said(Words), StringComparison.OrdinalIgnoreCase) || pair.parameter.Key.Contains(WrittenText.Said(Words), StringComparison.OrdinalIgnoreCase))
            .Skip(Math.Max(0, At)).Take(Size + 1).ToList();
        Rows = [.. fitting.Take(Size)];
        HasMore = fitting.Count > Size;
        return true;
    }
}
