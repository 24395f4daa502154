using GreenFactory.Application.Clock;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GreenFactory.Web.Face.Forms;

/// <summary>
/// Reads the days of forms and addresses by the one reader of moments that people type (<see cref="TypedMoment"/>), so that a page says beside the field what the server
/// will read, and 7/8/2026 is asked about instead of guessed. Registered in front of the framework's own readers.
/// </summary>
public sealed class TypedDayBinder : IModelBinder, IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var given = bindingContext.ValueProvider.GetValue(name);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(name, given);
        if (string.IsNullOrWhiteSpace(given.FirstValue) && bindingContext.ModelMetadata.IsNullableValueType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (TypedMoment.Day(given.FirstValue) is { } day)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            var metadata = bindingContext.ModelMetadata;
            bindingContext.ModelState.TryAddModelError(name, $"{metadata.DisplayName ?? metadata.PropertyName ?? name}：无法识别“{given.FirstValue}”，请只写日期，例如 2026-07-24。");
        }

        return Task.CompletedTask;
    }
}
