using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Accounts;

/// <summary>The rules of passwords in words; the figures are those set in the identity options and in <see cref="EasyPasswordValidator"/>.</summary>
public static class PasswordRules
{
    /// <summary>The rules.</summary>
    public const string Text = "至少10位，须同时含小写字母和数字，不要用常见密码、姓名或邮箱";

    /// <summary>A password that breaks them.</summary>
    public static Error Weak { get; } = new("account.password", $"密码不符合要求：{Text}。", "Password");
}
