using GreenFactory.Scoring;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GreenFactory.Web.Face.Forms;

/// <summary>
/// Reads the numbers of forms and addresses by the one reader of numbers that people type (<see cref="TypedText"/>), whatever the culture of the
/// machine: full-width digits and thousands separators are accepted in 名额 as they are in 综合能耗. Registered in front of the framework's own readers.
/// </summary>
public sealed class TypedNumberBinder : IModelBinder, IModelBinderProvider
{
    private static readonly Type[] Numbers = [typeof(int), typeof(decimal)];

    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => Numbers.Contains(context.Metadata.UnderlyingOrModelType) ? this : null;

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, metadata) = (bindingContext.ModelName, bindingContext.ModelMetadata);
        var given = bindingContext.ValueProvider.GetValue(name);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(name, given);
        if (string.IsNullOrWhiteSpace(given.FirstValue))
        {
            if (metadata.IsNullableValueType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(name, metadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(given.FirstValue ?? ""));
            }
        }
        else if (TypedText.TryReadNumber(given.FirstValue, out var number, out _) && In(metadata.UnderlyingOrModelType, number) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            var messages = metadata.ModelBindingMessageProvider;
            bindingContext.ModelState.TryAddModelError(name, (metadata.DisplayName ?? metadata.PropertyName) is { } field
                ? messages.AttemptedValueIsInvalidAccessor(given.FirstValue, field)
                : messages.NonPropertyAttemptedValueIsInvalidAccessor(given.FirstValue));
        }

        return Task.CompletedTask;
    }

    private static object? In(Type type, decimal number) => type == typeof(decimal) ? number
        : decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : null;
}
