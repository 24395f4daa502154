using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GreenFactory.Web.Face.Forms;

/// <summary>Name, identity, value and errors of one field: what was typed wins over what is stored, so nothing typed is lost.</summary>
internal sealed class FieldState
{
    public FieldState(ViewContext view, ModelExpression expression)
    {
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        var entry = view.ViewData.ModelState.TryGetValue(Name, out var found) ? found : null;
        Values = entry?.RawValue is not null || entry?.AttemptedValue is not null
            ? Typed(entry)
            : Stored(expression.Model);
        Errors = entry is null ? [] : [.. entry.Errors.Select(error => error.ErrorMessage).Where(message => message.Length > 0).Distinct()];
    }

    public string Name { get; }

    public string Id { get; }

    public IReadOnlyList<string> Values { get; }

    public string Value => Values.Count > 0 ? Values[0] : string.Empty;

    public IReadOnlyList<string> Errors { get; }

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    private static string[] Typed(ModelStateEntry entry) => entry.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ => [entry.AttemptedValue ?? string.Empty],
    };

    private static IReadOnlyList<string> Stored(object? model) => model switch
    {
        null => [],
        string text => [text],
        bool yes => [yes ? "true" : "false"],
        decimal number => [number.ToString("#,##0.############################", CultureInfo.InvariantCulture)],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateTime time => [time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateTimeOffset time => [time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? string.Empty)],
        _ => [Convert.ToString(model, CultureInfo.InvariantCulture) ?? string.Empty],
    };
}
