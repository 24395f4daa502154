using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GreenFactory.Web.Pages;

/// <summary>Puts the refusals of a use case at the fields they belong to: one for each mistake, so that what the form itself has found is not said twice.</summary>
internal static class ModelErrors
{
    /// <summary>Adds the errors; <paramref name="prefix"/> is the name of the bound input, such as <c>Input</c>; empty where the fields are the page's own.</summary>
    public static void AddErrors(this ModelStateDictionary state, IEnumerable<Error> errors, string prefix = "Input")
    {
        var found = state.Where(entry => entry.Key.Length > 0 && entry.Value?.Errors.Count > 0).Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var error in errors)
        {
            var key = error.Field is null ? "" : prefix.Length == 0 ? error.Field : $"{prefix}.{error.Field}";
            if (!found.Contains(key))
            {
                state.AddModelError(key, error.Message);
            }
        }
    }
}
