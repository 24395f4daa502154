using System.ComponentModel.DataAnnotations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Face.Forms;

/// <summary>A whole e-mail address; an empty one is left to <see cref="RequiredAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailboxAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || MailboxName.IsWhole(text);
}
