using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Face.Forms;

/// <summary>What the framework itself says when a posted value cannot be read, in Chinese and with what to do.</summary>
public static class ChineseBindingMessages
{
    /// <summary>Sets the messages: <c>services.AddRazorPages().AddMvcOptions(ChineseBindingMessages.Use)</c>.</summary>
    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}：无法识别“{value}”，请检查后重新填写");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"无法识别“{value}”，请检查后重新填写");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}：填写的内容无法识别，请检查后重新填写");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容无法识别，请检查后重新填写");
        messages.SetValueIsInvalidAccessor(value => $"无法识别“{value}”，请检查后重新填写");
        messages.SetValueMustBeANumberAccessor(field => $"{field}：请填写数字，例如 1,150,000 或 103.2");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字，例如 1,150,000 或 103.2");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写这一项");
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写{field}");
        messages.SetMissingKeyOrValueAccessor(() => "请填写这一项");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交");
    }
}
