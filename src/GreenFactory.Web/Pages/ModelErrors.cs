using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GreenFactory.Web.Pages;

/// <summary>Puts the refusals of a use case at the fields they belong to.</summary>
internal static class ModelErrors
{
    /// <summary>Adds the errors; <paramref name="prefix"/> is the name of the bound input, such as <c>Input</c>.</summary>
    public static void AddErrors(this ModelStateDictionary state, IReadOnlyList<Error> errors, string prefix = "Input")
    {
        foreach (var error in errors)
        {
            state.AddModelError(error.Field is null ? "" : $"{prefix}.{error.Field}", error.Message);
        }
    }
}
