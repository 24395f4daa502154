using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GreenFactory.Web.Face.Forms;

/// <summary>What the framework itself says when a posted value cannot be read, in Chinese and with what to do.</summary>
public static class ChineseBindingMessages
{
    private const string Unreadable = "无法识别";
    private const string WhatToDo = "请检查后重新填写";
    private const string Nothing = "请填写这一项";

    /// <summary>Sets the messages: <c>services.AddRazorPages().AddMvcOptions(ChineseBindingMessages.Use)</c>.</summary>
    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}：{Unreadable}“{value}”，{WhatToDo}");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"{Unreadable}“{value}”，{WhatToDo}");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}：{Unreadable}填写的内容，{WhatToDo}");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => $"{Unreadable}填写的内容，{WhatToDo}");
        messages.SetValueIsInvalidAccessor(value => $"{Unreadable}“{value}”，{WhatToDo}");
        messages.SetValueMustBeANumberAccessor(field => $"{field}：请填写数字，例如 1,150,000 或 103.2");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字，例如 1,150,000 或 103.2");
        messages.SetValueMustNotBeNullAccessor(_ => Nothing);
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写{field}");
        messages.SetMissingKeyOrValueAccessor(() => Nothing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交");
    }

    /// <summary>The message with the name of its field before it, where the framework gave none.</summary>
    public static string Named(string message, string? field) => field is not null && (message.StartsWith(Unreadable, StringComparison.Ordinal) || message == Nothing) ? $"{field}：{message}" : message;

    /// <summary>Whether an error says that a posted value could not be read, and not that a value that was read is refused.</summary>
    public static bool IsUnreadable(ModelError error) => error.Exception is not null || error.ErrorMessage == Nothing || error.ErrorMessage.Contains(Unreadable, StringComparison.Ordinal);
}
