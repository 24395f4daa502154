using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>Looks for forms in which typed words would be lost: <c>keep.js</c> keeps them where it is loaded and can tell one form from another.</summary>
internal static class KeptForms
{
    /// <summary>What is wrong with the forms of a page into which people type words.</summary>
    public static IReadOnlyList<string> FaultsOn(IDocument page)
    {
        var names = page.Forms.Where(IsKept).Select(NameOf).ToList();
        return
        [
            .. names.Count > 0 && page.QuerySelector("script[src*='/js/keep.js']") is null ? [$"loses what is typed into {string.Join("; ", names)}: keep.js is not loaded"] : Array.Empty<string>(),
            .. names.CountBy(name => name).Where(name => name.Value > 1).Select(name => $"has {name.Value} forms that would share the draft {name.Key}"),
        ];
    }

    /// <summary>As <c>keepable</c> of <c>fields.js</c>.</summary>
    private static bool IsKept(IHtmlFormElement form) =>
        form.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && !form.HasAttribute("data-autosave") && form.GetAttribute("data-keep") != "off"
        && form.QuerySelector("[type='password']") is null && WordsOf(form).Any();

    private static string NameOf(IHtmlFormElement form) => form.GetAttribute("data-keep") is { Length: > 0 } name
        ? name
        : $"{form.GetAttribute("action")?.Split("handler=")[^1]} {WordsOf(form).Select(field => field.Id ?? field.GetAttribute("name")).First()}";

    private static IEnumerable<IElement> WordsOf(IHtmlFormElement form) =>
        form.QuerySelectorAll("textarea, input")
            .Where(field => !field.HasAttribute("form") || field.GetAttribute("form") == form.Id)
            .Concat(form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"textarea[form='{id}'], input[form='{id}']") : [])
            .Where(field => !field.HasAttribute("readonly") && field.Closest("[hidden]") is null && field.GetAttribute("name") is { Length: > 0 })
            .Where(field => field is IHtmlTextAreaElement || (field.GetAttribute("type") ?? "text") == "text" && field.GetAttribute("autocomplete") != "one-time-code");
}
